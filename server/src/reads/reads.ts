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
import { type Entrance, isSecure, plainEntrance } from "../entrance.ts";
import { endOfDay, instantOn } from "../plans/china-day.ts";
import { findView } from "../plans/find-view.ts";
import { outlineOf } from "../plans/outline.ts";
import { type PlanView, planView } from "../plans/view.ts";

/** Whose figures, and as known by the end of which day (China time); null for now. */
export interface Knowledge {
  readonly basis: Basis;
  readonly asKnownOn: string | null;
}

/** What the reads are given. */
export interface Reads extends Pick<Dependencies, "store" | "build" | "kind" | "now" | "today"> {
  readonly isDemonstration: boolean;
  readonly entrance: Entrance;
  /** Whether browsers come by TLS, which their cookie is then bound to. */
  readonly isSecure: boolean;
  /** The instant by the workspace's own clock, ISO UTC: when what is written now is written. */
  readonly instant: () => string;
  /** The ledger's revision beyond which nothing is known, for the reads of an edition; null for now. */
  readonly asOfRevision: number | null;
  /** The state that every answer about figures depends on, as an ETag: build, ledger revision, day. */
  readonly state: () => Promise<string>;
  /** All plans in the order in which they were loaded. */
  readonly plans: () => Promise<readonly PlanFacts[]>;
  /** A plan with what was accepted of it; null where there is no plan of that key. */
  readonly view: (plan: string, knowledge: Knowledge) => Promise<Known | null>;
}

/** A plan's figures and the ledger's revision that they are of. */
export interface Known {
  readonly view: PlanView;
  readonly revision: number;
}

async function viewThen(reader: Reader, plan: string, basis: Basis, day: string): Promise<Known | null> {
  const asKnownOn = endOfDay(day);
  const book = await findPlanBook(reader, plan, asKnownOn);
  if (book === null) return null;
  const standing = await findObservations(reader, { planId: book.plan.id, basis, asKnownOn });
  return { view: planView(outlineOf(book), standing, basis), revision: await findLedgerRevision(reader) };
}

/** Opens the reads of an application. */
export function openReads({ store, build, kind, now, today, entrance = plainEntrance }: Dependencies): Reads {
  return {
    store,
    build,
    kind,
    now,
    today,
    instant: () => instantOn(today(), now()),
    asOfRevision: null,
    isDemonstration: kind === "demonstration",
    entrance,
    isSecure: isSecure(entrance),
    state: async () => `W/"${build}-${await findLedgerRevision(store)}-${today()}"`,
    plans: () => findPlans(store),
    view: (plan, { basis, asKnownOn }) =>
      asKnownOn === null
        ? findView(store, store, plan, basis)
        : inSnapshot(store, (reader) => viewThen(reader, plan, basis, asKnownOn)),
  };
}
