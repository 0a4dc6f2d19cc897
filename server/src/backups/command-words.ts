import { resolve } from "node:path";

/** What a command was told: its words, and the folder of `--to=folder` or `--to folder`. */
export interface CommandWords {
  readonly words: readonly string[];
  readonly to: string | null;
}

/** Reads a command's words; null where `--to` names no folder. */
export function readCommandWords(said: readonly string[]): CommandWords | null {
  const words: string[] = [];
  let to: string | null = null;
  for (let at = 0; at < said.length; at += 1) {
    const word = said[at] ?? "";
    if (word !== "--to" && !word.startsWith("--to=")) {
      words.push(word);
      continue;
    }
    const folder = word === "--to" ? said[at + 1] : word.slice("--to=".length);
    if (!folder) return null;
    to = resolve(folder);
    if (word === "--to") at += 1;
  }
  return { words, to };
}
