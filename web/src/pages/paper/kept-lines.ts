/** What was typed and has not reached the server yet, kept by the browser so that a closed tab or a lost line loses nothing. */
import type { PaperKey } from "../../api/papers.ts";
import type { TypedLine } from "../../api/types.ts";

/** A line as it was typed, and the version that stood when it was. */
interface KeptLine {
  readonly typed: TypedLine;
  readonly version: number;
}

/** The memory of one person's one paper. */
export interface KeptLines {
  readonly read: () => ReadonlyMap<string, KeptLine>;
  readonly keep: (measure: string, line: KeptLine) => void;
  readonly forget: (measure: string) => void;
}

/** The lines kept for a paper; a browser that keeps nothing, or something that is not ours, is as one without any. */
export function keptLines(account: string, { plan, department, period, kind }: PaperKey): KeptLines {
  const name = ["paper", account, plan, department, period, kind].join("/");
  const read = () => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "{}");
      // Written below and by nothing else; the server checks every line again.
      return new Map(Object.entries(kept as Record<string, KeptLine>));
    } catch {
      return new Map<string, KeptLine>();
    }
  };
  const write = (lines: ReadonlyMap<string, KeptLine>) => {
    try {
      if (lines.size === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(Object.fromEntries(lines)));
    } catch {
      // A full or forbidden memory: the line is still on the page and on its way to the server.
    }
  };
  return {
    read,
    keep: (measure, line) => write(new Map([...read(), [measure, line]])),
    forget: (measure) => write(new Map([...read()].filter(([each]) => each !== measure))),
  };
}
