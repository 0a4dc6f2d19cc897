/** The files of a briefing that is not issued: of an edition, or of the figures as they stand (未定稿), built as an issued one is. */
import { type Briefing, type BriefingQuery, briefingFileKeys, type DraftFileKey } from "../contract/briefing.ts";
import { builtSections } from "../domain/briefing-skeleton.ts";
import type { BriefingFile } from "../exports/briefing/files.ts";
import { type Answer, give } from "../problems.ts";
import { readBriefingFigures } from "../reads/briefing.ts";
import { readSkeleton } from "../reads/briefings.ts";
import type { Reads } from "../reads/reads.ts";
import { keptFiles } from "./kept-files.ts";
import type { OrderedContent } from "./orders.ts";
import type { Workshop } from "./workshop.ts";

/** A county's pack ten times, or the largest of a city's twice. */
const mostBytes = 32 * 1024 * 1024;

/** A file's name: 高平市_通报_2022-12_第1版.docx, with 演示 where nobody may quote it. */
function fileName({ plan, month, edition, isDemonstration }: Briefing, plain: string): string {
  const end = plain.lastIndexOf(".");
  const parts = [
    plan.jurisdiction.name.zh,
    plain.slice(0, end),
    month,
    edition === null ? "未定稿" : `第${edition.edition}版`,
    ...(isDemonstration ? ["演示"] : []),
  ];
  return `${parts.join("_").replaceAll(/[\\/:*?"<>|\s]+/g, "-")}${plain.slice(end)}`;
}

/** Everything that a briefing's files are made of, by the plan's skeleton. */
async function draftContent(reads: Reads, plan: string, query: BriefingQuery): Promise<Answer<OrderedContent>> {
  const figures = await readBriefingFigures(reads, plan, query);
  if (!figures.ok) return figures;
  const skeleton = await readSkeleton(reads, plan);
  if (!skeleton.ok) return skeleton;
  const { briefing, flatSource, charts } = figures.value;
  const { annexes } = skeleton.value;
  const sections = builtSections(skeleton.value, briefing.sections);
  return give({ briefing, flatSource, charts, sections, annexes, issue: null });
}

/** Makes drafts in a workshop, and keeps those made last while neither ledger, day nor skeleton has moved on. */
export function openDrafts(reads: Reads, workshop: Workshop) {
  const kept = keptFiles(mostBytes);

  const made = async (plan: string, file: DraftFileKey, query: BriefingQuery): Promise<Answer<BriefingFile>> => {
    const content = await draftContent(reads, plan, query);
    if (!content.ok) return content;
    const named = (plain: string) => fileName(content.value.briefing, plain);
    const files = await workshop.make({
      ...{ kind: "make", content: content.value, isPacked: file === "pack" },
      files: file === "pack" ? briefingFileKeys : [file],
    });
    if (!files.ok) return files;
    const [only] = files.value;
    if (only === undefined) throw new Error(`${file} was ordered and is not there`);
    return give({ ...only, name: named(only.name) });
  };

  return async (plan: string, file: DraftFileKey, query: BriefingQuery): Promise<Answer<BriefingFile>> => {
    const skeleton = await readSkeleton(reads, plan);
    if (!skeleton.ok) return skeleton;
    const { month, horizon, basis = "department", edition = "" } = query;
    const state = [await reads.state(), skeleton.value.version];
    return kept([...state, plan, file, month, horizon, basis, edition].join(" "), () => made(plan, file, query));
  };
}
