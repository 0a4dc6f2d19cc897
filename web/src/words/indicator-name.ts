import type { Reading, Text } from "../api/types.ts";
import type { Tell } from "./dictionary.ts";

/** What a target counts, in words: 新增规上企业, and where it is narrowed, its scope (白酒产能·汾阳市). */
export function indicatorName(
  { t, say }: { t: Tell; say: (text: Text) => string },
  { reading, indicatorName, scopeName }: { reading: Reading; indicatorName: Text; scopeName: Text | null },
): string {
  const name = t(`reading.${reading}`, { name: say(indicatorName) });
  return scopeName ? `${name} · ${say(scopeName)}` : name;
}
