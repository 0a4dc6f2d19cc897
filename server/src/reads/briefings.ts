/** What a plan has issued, its files as they went out, and how its briefings are built. */
import {
  type BriefingFileContent,
  findBriefingFile,
  findBriefings,
  findSkeletons,
  type RecordedBriefing,
} from "@beizeng/db";
import type { BriefingSkeleton, Briefings, IssuedBriefing } from "../contract/briefings.ts";
import { plainSkeleton, type Skeleton } from "../domain/briefing-skeleton.ts";
import { horizonInWords } from "../domain/briefing-words.ts";
import { type BriefingNumber, briefingName } from "../plans/briefing-number.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { namesOf } from "./people.ts";
import { askPlan, knowledgeOf, listed } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** An issued briefing as it is shown. */
function shownBriefing(
  { actor, at, files, month, id: _, planId: __, actorRole: ___, ...said }: RecordedBriefing,
  nameOf: (account: string) => string,
): IssuedBriefing {
  return {
    ...said,
    month: storedMonth(month),
    horizonName: horizonInWords(said.horizon),
    issuedBy: nameOf(actor),
    issuedAt: at,
    files: files.map(({ name, mediaType, bytes, sha256 }) => ({ name, mediaType, bytes, sha256 })),
  };
}

async function askPlanId(reads: Reads, plan: string): Promise<Answer<number>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  return asked.ok ? give(asked.value.view.outline.facts.id) : asked;
}

/** The answer of GET /api/plans/{plan}/briefings. */
export async function readBriefings(reads: Reads, plan: string): Promise<Answer<Briefings>> {
  const planId = await askPlanId(reads, plan);
  if (!planId.ok) return planId;
  const found = await findBriefings(reads.store, planId.value);
  const nameOf = await namesOf(
    reads.store,
    found.map(({ actor }) => actor),
  );
  return give({ plan, briefings: found.map((briefing) => shownBriefing(briefing, nameOf)).reverse() });
}

/** The issued briefing of a name such as 2023-1. */
export async function askBriefing(reads: Reads, plan: string, name: string): Promise<Answer<IssuedBriefing>> {
  const issued = await readBriefings(reads, plan);
  if (!issued.ok) return issued;
  const { briefings } = issued.value;
  const briefing = briefings.find((each) => briefingName(each) === name);
  if (briefing !== undefined) return give(briefing);
  return refuse({
    code: "unknown-briefing",
    field: "briefing",
    value: name,
    allowed: listed(briefings.map(briefingName)),
  });
}

/** A file of an issued briefing, unchanged. */
export async function readBriefingFile(
  reads: Reads,
  { plan, briefing, filename }: { readonly plan: string; readonly briefing: string; readonly filename: string },
): Promise<Answer<BriefingFileContent>> {
  const asked = await askBriefing(reads, plan, briefing);
  if (!asked.ok) return asked;
  const planId = await askPlanId(reads, plan);
  if (!planId.ok) return planId;
  const { year, number, files }: BriefingNumber & Pick<IssuedBriefing, "files"> = asked.value;
  const found = await findBriefingFile(reads.store, { planId: planId.value, year, number, name: filename });
  if (found !== null) return give(found);
  const allowed = listed(files.map(({ name }) => name));
  return refuse({ code: "unknown-briefing-file", field: "filename", value: filename, allowed });
}

const asWritten = ({ sections, annexes }: Skeleton) => ({
  sections: sections.map((section) => ({ ...section })),
  annexes: [...annexes],
});

/** The skeleton that holds for a plan, with its version. */
export async function readSkeleton(reads: Reads, plan: string): Promise<Answer<BriefingSkeleton>> {
  const planId = await askPlanId(reads, plan);
  if (!planId.ok) return planId;
  const [last] = await findSkeletons(reads.store, planId.value);
  // Written by `set-skeleton` from a value of this type.
  const { sections, annexes } = last === undefined ? plainSkeleton : (JSON.parse(last.skeleton) as Skeleton);
  const nameOf = await namesOf(reads.store, [last?.actor ?? null]);
  return give({
    plan,
    version: last?.version ?? 0,
    setBy: last === undefined ? null : nameOf(last.actor),
    setAt: last?.at ?? null,
    ...asWritten({ sections, annexes }),
    plain: asWritten(plainSkeleton),
  });
}
