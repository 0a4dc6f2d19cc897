/** Issuing a briefing: its figures are read from the edition, its files made under the next number, and both kept together. */
import { findBriefings } from "@beizeng/db";
import type { Actor } from "../actions/actor.ts";
import { issueBriefing } from "../actions/issue-briefing.ts";
import type { BriefingIssuing } from "../contract/briefings.ts";
import { builtSections } from "../domain/briefing-skeleton.ts";
import type { BriefingFile } from "../exports/briefing/files.ts";
import { type BriefingNumber, nextNumber, numberOf } from "../plans/briefing-number.ts";
import { dayInChina } from "../plans/china-day.ts";
import type { Answer } from "../problems.ts";
import { readBriefingFigures } from "../reads/briefing.ts";
import { readSkeleton } from "../reads/briefings.ts";
import type { Reads } from "../reads/reads.ts";
import type { OrderedContent } from "./orders.ts";

/** How often files are made anew because somebody else took their number meanwhile. */
const tries = 3;

/** Makes all files of a briefing that goes out. */
export type MakeIssuedFiles = (content: OrderedContent) => Promise<Answer<readonly BriefingFile[]>>;

/** Who issues what, under a key of their own. */
export interface Issuing extends BriefingIssuing {
  readonly actor: Actor;
  readonly plan: string;
  readonly key: string;
}

/** Issues a briefing of an edition. */
export async function issue(
  reads: Reads,
  makeFiles: MakeIssuedFiles,
  request: Issuing,
  tried = 1,
): Promise<Answer<BriefingNumber & { readonly isRepeated: boolean }>> {
  const { actor, plan, key, month, horizon, edition, basis = "department", number: expected } = request;
  const figures = await readBriefingFigures(reads, plan, { month, horizon, basis, edition });
  if (!figures.ok) return figures;
  const skeleton = await readSkeleton(reads, plan);
  if (!skeleton.ok) return skeleton;
  const { briefing, planId, flatSource, charts } = figures.value;
  const now = reads.instant();
  const issued = await findBriefings(reads.store, planId);
  const next = nextNumber(issued, Number(dayInChina(now).slice(0, 4)));
  const number = expected === undefined ? next : numberOf(expected);
  const files = await makeFiles({
    ...{ briefing, flatSource, charts },
    sections: builtSections(skeleton.value, briefing.sections),
    annexes: skeleton.value.annexes,
    issue: { ...number, day: dayInChina(now) },
  });
  if (!files.ok) return files;
  const quoted = {
    month,
    horizon,
    basis,
    edition: Number(edition),
    hash: briefing.edition?.hash ?? "",
    title: briefing.title,
  };
  const answer = await issueBriefing(reads.store, {
    ...{ actor, now, plan, ...quoted, skeleton: skeleton.value.version, number, files: files.value, key },
  });
  const isTaken = !answer.ok && answer.reason.code === "number-taken";
  return isTaken && expected === undefined && tried < tries ? issue(reads, makeFiles, request, tried + 1) : answer;
}
