import type { Reporting } from "../api/types.ts";

/** How one reporting unit stands with one period. */
export type ReportingCell = Reporting["units"][number]["cells"][number];

/** Squares, so that a reporting record is never taken for the light of a figure. */
const shapes: Record<ReportingCell["punctuality"], React.ReactNode> = {
  "on-time": <rect x="3" y="3" width="10" height="10" fill="currentColor" />,
  late: (
    <>
      <path d="M3 3V13H13Z" fill="currentColor" />
      <rect x="3.7" y="3.7" width="8.6" height="8.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  missing: (
    <>
      <rect x="3.7" y="3.7" width="8.6" height="8.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="8" cy="8" r="1.5" fill="currentColor" />
    </>
  ),
  "not-yet-due": <path d="M5 8H11" stroke="currentColor" strokeWidth="1.2" />,
};

/** The mark of a period: solid on time, half late, empty with a dot when missing, a notch where it was once returned, a line below where the due day was moved. */
export function PunctualityMark({
  punctuality,
  isReturned = false,
  isExtended = false,
}: {
  readonly punctuality: ReportingCell["punctuality"];
  readonly isReturned?: boolean;
  readonly isExtended?: boolean;
}) {
  return (
    <svg
      className={`punctuality punctuality-${punctuality}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {shapes[punctuality]}
      {isExtended && <path className="punctuality-longer" d="M0 15.2H16" />}
      {isReturned && <path className="punctuality-notch" d="M9 0H16V7Z" />}
    </svg>
  );
}
