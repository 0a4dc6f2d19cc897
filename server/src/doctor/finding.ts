/** What the doctor says of one thing. */
import type { Text } from "../domain/model.ts";

/** How a thing stands: as it should, worth a look, or so that the product cannot be relied on. */
export type Level = "ok" | "notice" | "bad";

/** One line of the doctor's. */
export interface Finding {
  readonly subject: Text;
  readonly level: Level;
  readonly found: Text;
  /** What to do; null where nothing is to be done. */
  readonly advice: Text | null;
}

/** A text from its Chinese and its English. */
export const text = (zh: string, en: string): Text => ({ zh, en });

/** The maker of findings about one thing. */
export const about = (zh: string, en: string) => {
  const subject = text(zh, en);
  return {
    ok: (found: Text): Finding => ({ subject, level: "ok", found, advice: null }),
    notice: (found: Text, advice: Text): Finding => ({ subject, level: "notice", found, advice }),
    bad: (found: Text, advice: Text): Finding => ({ subject, level: "bad", found, advice }),
  };
};

const marks = { ok: "ok  ", notice: "注意", bad: "不行" } as const satisfies Record<Level, string>;

/** A finding as it is printed: how it stands, what was found and, in lines of its own, what to do. */
export function linesOf({ subject, level, found, advice }: Finding): readonly string[] {
  const first = `${marks[level]}  ${subject.zh} ${subject.en}：${found.zh} ${found.en}`;
  return advice === null ? [first] : [first, `      → ${advice.zh}`, `        ${advice.en}`];
}

/** The exit code: 0 where all is well, 1 where something is worth a look, 2 where something will not do. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ level }) => level === "bad")) return 2;
  return findings.some(({ level }) => level === "notice") ? 1 : 0;
}
