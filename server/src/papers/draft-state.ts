import { createHash } from "node:crypto";
import type { PaperLines } from "./paper-lines.ts";

/** The state of a draft as one word: another one as soon as anybody writes any of its lines. */
export function draftState({ lines }: PaperLines): string {
  const versions = [...lines].map(([measure, { version }]) => [measure, version] as const);
  const sorted = versions.sort(([left], [right]) => left - right);
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 16);
}
