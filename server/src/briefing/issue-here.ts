/** Issuing where no server runs: in a workshop of its own, which gives back the memory that making files takes. */
import type { Store } from "@beizeng/db";
import { briefingFileKeys } from "../contract/briefing.ts";
import { dayInChina } from "../plans/china-day.ts";
import { openReads } from "../reads/reads.ts";
import { type Issuing, issue } from "./issuing.ts";
import { openWorkshop } from "./workshop.ts";

/** Issues a briefing of a demonstration at an instant (ISO UTC); rejects with what went wrong in the making of its files. */
export async function issueHere(store: Store, { now, ...issuing }: Issuing & { readonly now: string }) {
  const reads = openReads({
    ...{ store, build: "", kind: "demonstration", webRoot: null, isLogged: false },
    now: () => now,
    today: () => dayInChina(now),
  });
  const faults: unknown[] = [];
  const workshop = openWorkshop((fault) => faults.push(fault));
  try {
    const issued = await issue(
      reads,
      (content) => workshop.make({ kind: "make", files: briefingFileKeys, isPacked: false, content }),
      issuing,
    );
    if (faults.length > 0) throw faults[0];
    return issued;
  } finally {
    await workshop.close();
  }
}
