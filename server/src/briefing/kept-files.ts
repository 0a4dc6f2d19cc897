/** Files made last, by what they were made of: who asks for the same meanwhile or again waits for no second making. */
import type { BriefingFile } from "../exports/briefing/files.ts";
import type { Answer } from "../problems.ts";

/** Keeps as many bytes as it is told, those used last; what was refused is not kept. */
export function keptFiles(mostBytes: number) {
  const kept = new Map<string, { readonly answer: Promise<Answer<BriefingFile>>; bytes: number }>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return async (key: string, make: () => Promise<Answer<BriefingFile>>): Promise<Answer<BriefingFile>> => {
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known.answer;
    }
    const fresh = { answer: make(), bytes: 0 };
    kept.set(key, fresh);
    const made = await fresh.answer.catch((error: unknown) => {
      drop(key);
      throw error;
    });
    if (!made.ok) drop(key);
    else {
      fresh.bytes = made.value.content.byteLength;
      bytes += fresh.bytes;
      for (const [oldest] of kept) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    }
    return made;
  };
}
