import type { Reporting } from "../api/types.ts";
import { punctualityShapes } from "../charts/punctuality-shapes.tsx";

/** How one reporting unit stands with one period. */
export type ReportingCell = Reporting["units"][number]["cells"][number];

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
      {punctualityShapes[punctuality]}
      {isExtended && <path className="punctuality-longer" d="M0 15.2H16" />}
      {isReturned && <path className="punctuality-notch" d="M9 0H16V7Z" />}
    </svg>
  );
}
