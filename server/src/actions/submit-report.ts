import type { Store } from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Answer } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { handIn, type Submitted } from "./hand-in.ts";
import type { ReportLine } from "./report-lines.ts";

/**
 * A department's figures for a period (填报表), or on the basis `statistics` the bureau's beside them (统计核定). The period
 * is one of the plan's calendar, or the origin month of targets that count from what stood there (基期): then the lines are
 * base values, the stock of a population, the whole year's amount of a flow, the level.
 */
export interface SubmitReport {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly department: string;
  readonly period: string;
  readonly lines: readonly ReportLine[];
  readonly basis?: Basis;
  /** Why figures that the bureau had confirmed before are replaced; asked for then alone. */
  readonly reason?: string;
}

/** Saves the lines and submits them for review; after a return the same call hands them in again as the next round. DOMAIN section 8. */
export function submitReport(store: Store, request: SubmitReport): Promise<Answer<Submitted>> {
  const basis = request.basis ?? "department";
  const kind = basis === "statistics" ? "confirmation" : "report";
  return handIn(store, { ...request, basis, kind, action: "submit-report", reason: request.reason ?? null });
}
