/** What is said when a command cannot begin. */
import { StoreProblem } from "@beizeng/db";
import { ConfigError } from "./config-error.ts";

/** The sentence of an error that is no bug, in both languages and with its code; null of a bug. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof StoreProblem) return `${error.sentence.zh} ${error.sentence.en} [${error.code}]`;
  return error instanceof ConfigError ? `${error.message} [${error.code}]` : null;
}
