import type { Store } from "@beizeng/db";
import type { Answer } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { handIn, type Submitted } from "./hand-in.ts";
import type { ReportLine } from "./report-lines.ts";

/** The right figures of a period whose report is accepted, and why they are corrected. */
export interface CorrectObservation {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly department: string;
  readonly period: string;
  readonly lines: readonly ReportLine[];
  readonly reason: string;
}

/** Submits a correction (更正) for review; the old figures stand until it is accepted, and stay readable after. DOMAIN section 8. */
export function correctObservation(store: Store, request: CorrectObservation): Promise<Answer<Submitted>> {
  const { reason } = request;
  // The reason of the correction is also the word that a warning asks for.
  const lines = request.lines.map((line) => ({ ...line, reason: line.reason ?? reason }));
  return handIn(store, { ...request, lines, basis: "department", kind: "correction", action: "correct-observation" });
}
