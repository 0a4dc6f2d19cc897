/** What every read is given: the store, the clock, and plans joined and kept while the ledger stands still. */
import {
  findLedgerRevision,
  findObservations,
  findPlanBook,
  findPlans,
  inSnapshot,
  type PlanFacts,
  type Reader,
} from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Dependencies } from "../dependencies.ts";
import { endOfDay } from "./china-day.ts";
import { outlineOf } from "./plan-outline.ts";
import { type PlanView, planView } from "./plan-view.ts";
import { recentlyUsed } from "./recently-used.ts";

/** Plans kept joined in memory, with what was accepted of them. */
const plansKept = 256;

/** Whose figures, and as known by the end of which day (China time); null for now. */
export interface Knowledge {
  readonly basis: Basis;
  readonly asKnownOn: string | null;
}

/** What the reads are given. */
export interface Reads extends Pick<Dependencies, "store" | "build" | "kind" | "today"> {
  readonly isDemonstration: boolean;
  /** The state that every answer about figures depends on, as an ETag: build, ledger revision, day. */
  readonly state: () => Promise<string>;
  /** All plans in the order in which they were loaded. */
  readonly plans: () => Promise<readonly PlanFacts[]>;
  /** A plan with what was accepted of it; null where there is no plan of that key. */
  readonly view: (plan: string, knowledge: Knowledge) => Promise<PlanView | null>;
}

async function readView(reader: Reader, plan: string, { basis, asKnownOn }: Knowledge): Promise<PlanView | null> {
  const until = asKnownOn === null ? undefined : endOfDay(asKnownOn);
  const book = await findPlanBook(reader, plan, until);
  if (book === null) return null;
  const question = { planId: book.plan.id, basis, ...(until === undefined ? {} : { asKnownOn: until }) };
  return planView(outlineOf(book), await findLedgerRevision(reader), await findObservations(reader, question));
}

/** Opens the reads of an application. */
export function openReads({ store, build, kind, today }: Dependencies): Reads {
  const views = recentlyUsed<PlanView>(plansKept);
  return {
    store,
    build,
    kind,
    today,
    isDemonstration: kind === "demonstration",
    state: async () => `W/"${build}-${await findLedgerRevision(store)}-${today()}"`,
    plans: () => findPlans(store),
    view: async (plan, knowledge) => {
      const read = () => inSnapshot(store, (reader) => readView(reader, plan, knowledge));
      if (knowledge.asKnownOn !== null) return read();
      const key = `${plan} ${knowledge.basis}`;
      const known = views.find(key);
      if (known !== undefined && known.revision === (await findLedgerRevision(store))) return known;
      const fresh = await read();
      if (fresh !== null) views.keep(key, fresh);
      return fresh;
    },
  };
}
