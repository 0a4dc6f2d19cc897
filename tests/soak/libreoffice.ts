/** LibreOffice at work on workbooks, by `work-on-workbooks.py`. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The kinds of files in which a form is stored and taken back. */
export const endings = ["xlsx", "ods", "xls"] as const;

/** A step of a person at the window: its name, and what it needs. */
export type Step = readonly [name: string, ...given: readonly unknown[]];

/** A workbook to open, what is done to it, where it is stored by which ending, and what is looked at. */
export interface Job {
  readonly open: string;
  readonly steps?: readonly Step[];
  readonly save?: Readonly<Record<string, string>>;
  readonly password?: string;
  readonly looks?: Readonly<Record<string, readonly string[]>>;
}

/** What is seen of a workbook. */
export interface Seen {
  readonly isProtected: boolean;
  readonly locked: readonly string[];
  readonly open: readonly string[];
  readonly hidden: readonly string[];
  readonly rules: Readonly<Record<string, string>>;
  /** Address → fill (RRGGBB) and comment. */
  readonly marks: Readonly<Record<string, readonly [string, string]>>;
}

/** The Python that knows LibreOffice: Debian's own (apt-get install -y libreoffice-calc python3-uno). */
const python = process.env.LIBREOFFICE_PYTHON ?? "/usr/bin/python3";

/** Has LibreOffice do the jobs, one after the other; answers what was seen of each. */
export function worked(folder: string, jobs: readonly Job[]): readonly Seen[] {
  const list = join(folder, "jobs.json");
  writeFileSync(list, JSON.stringify(jobs));
  const script = new URL("work-on-workbooks.py", import.meta.url).pathname;
  const said =
    execFileSync(python, [script, list], { maxBuffer: 1 << 24 })
      .toString()
      .trim()
      .split("\n")
      .at(-1) ?? "";
  return JSON.parse(said);
}
