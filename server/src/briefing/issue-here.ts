/** Issuing where no server runs: the files are made in this process and not in a workshop. */
import type { Store } from "@beizeng/db";
import { briefingFileKeys } from "../contract/briefing.ts";
import { madeFiles } from "../exports/briefing/files.ts";
import { dayInChina } from "../plans/china-day.ts";
import { give } from "../problems.ts";
import { flatOf } from "../reads/flat-figures.ts";
import { openReads } from "../reads/reads.ts";
import { type Issuing, issue } from "./issuing.ts";

/** Issues a briefing of a demonstration at an instant (ISO UTC). */
export function issueHere(store: Store, { now, ...issuing }: Issuing & { readonly now: string }) {
  const reads = openReads({
    ...{ store, build: "", kind: "demonstration", webRoot: null, isLogged: false },
    now: () => now,
    today: () => dayInChina(now),
  });
  return issue(
    reads,
    async ({ flatSource, ...content }) =>
      give(await madeFiles({ ...content, flat: () => flatOf(flatSource) }, briefingFileKeys)),
    issuing,
  );
}
