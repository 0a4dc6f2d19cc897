/** All files of an issued briefing in one archive, which is not kept: it is the same bytes whenever it is asked for. */
import type { BriefingFile } from "../exports/briefing/files.ts";
import { packName } from "../exports/briefing/pack.ts";
import { type Answer, give } from "../problems.ts";
import { askBriefing, readBriefingFile } from "../reads/briefings.ts";
import type { Reads } from "../reads/reads.ts";
import type { Workshop } from "./workshop.ts";

/** The archive of the issued briefing of a name such as 2023-1. */
export async function issuedPack(
  reads: Reads,
  workshop: Workshop,
  { plan, briefing }: { readonly plan: string; readonly briefing: string },
): Promise<Answer<BriefingFile>> {
  const asked = await askBriefing(reads, plan, briefing);
  if (!asked.ok) return asked;
  const files: BriefingFile[] = [];
  for (const { name } of asked.value.files) {
    const file = await readBriefingFile(reads, { plan, briefing, filename: name });
    if (!file.ok) return file;
    files.push({ name, mediaType: file.value.mediaType, content: file.value.content });
  }
  const packed = await workshop.make({ kind: "pack", files });
  if (!packed.ok) return packed;
  const [only] = packed.value;
  if (only === undefined) throw new Error(`${packName} was ordered and is not there`);
  return give(only);
}
