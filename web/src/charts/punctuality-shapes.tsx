import type { ReactNode } from "react";

/** How a unit stood with a period, as the API words it. */
export type Punctuality = "on-time" | "late" | "missing" | "not-yet-due";

/**
 * The mark of each on a field of 16 × 16: solid on time, half late, empty with a dot when missing. Squares, so that a
 * reporting record is never taken for the light of a figure.
 */
export const punctualityShapes: Readonly<Record<Punctuality, ReactNode>> = {
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
