/** Making a workspace, and bringing its policy data up to date. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  findLedgerRevisions,
  findWorkspace,
  insertWorkspace,
  inTransaction,
  openStore,
  type Store,
  StoreProblem,
} from "@beizeng/db";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { demonstrationBeginning } from "./demo/clock.ts";
import { enterAccounts } from "./demo/enter-accounts.ts";
import { peopleOf } from "./demo/people.ts";
import { expandPlan } from "./expand-plan.ts";
import type { ExpandedPlan } from "./expanded-plan.ts";
import { loadPlans } from "./load-plan.ts";
import { readPlanDocuments } from "./plan-document.ts";

/** Why a workspace is not touched, in one sentence of each language. */
export class WorkspaceRefusal extends Error {}

/** Which workspace, where (its file lies in a folder that is made if absent), and the folder of the plans that it is to have. */
export type WorkspacePlace = {
  readonly kind: WorkspaceKind;
  readonly dataDirectory: string;
  readonly file: string;
  readonly plans: string;
};

/**
 * Makes the workspace if it is absent, else loads the plans that it does not have yet. `now` is the clock of a
 * production ledger (ISO UTC with milliseconds); `say` is told what takes long. Throws WorkspaceRefusal, StoreProblem or
 * PlanDocumentError, and then nothing half-made is left.
 */
export async function prepareWorkspace(
  place: WorkspacePlace,
  now: () => string,
  say: (line: string) => void,
): Promise<void> {
  const plans = readPlanDocuments(place.plans).map(expandPlan);
  makeFolder(place.dataDirectory);
  if (place.kind === "production") return prepareProduction(place.file, plans, now, say);
  if (!existsSync(place.file)) return makeDemonstration(place.file, plans, say);
  const changed = await loadIntoDemonstration(place.file, plans);
  if (changed.length === 0) return;
  const aside = join(dirname(place.file), `before-${basename(place.file)}`);
  say(
    `方案数据已变更（${changed.join("、")}），原演示库改存为 ${aside}。 The plans have changed; the old demonstration is kept there.`,
  );
  renameSync(place.file, aside);
  return makeDemonstration(place.file, plans, say);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new WorkspaceRefusal(`数据目录不能建立（DATA_DIR）：${error.message}。 The data folder cannot be made.`);
  }
}

async function prepareProduction(
  file: string,
  plans: readonly ExpandedPlan[],
  now: () => string,
  say: (line: string) => void,
): Promise<void> {
  const store = await openStore({ engine: "sqlite", file, now, migrate: true });
  try {
    await assertKind(store, file, "production", now());
    const loaded = await loadPlans(store, plans, now(), { keepsEdited: true });
    if (!loaded.ok) {
      throw new WorkspaceRefusal(
        `方案 ${loaded.plans.join("、")} 的文件与已载入的内容不同，未载入：目标调整须经登记。 The files of these plans differ from what is loaded; targets change by dated revisions.`,
      );
    }
    if (loaded.edited.length > 0) {
      say(
        `方案 ${loaded.edited.join("、")} 已在本库中调整过：文件的改动不载入，以本库为准。 These plans were edited here: their files are not loaded again.`,
      );
    }
  } finally {
    await store.close();
  }
}

/** Loads new plans and people, and answers the keys of those whose content differs from what the demonstration was made of. */
async function loadIntoDemonstration(file: string, plans: readonly ExpandedPlan[]): Promise<readonly string[]> {
  const store = await openStore({ engine: "sqlite", file, now: () => demonstrationBeginning, migrate: true });
  try {
    await assertKind(store, file, "demonstration", null);
    const [latest] = await findLedgerRevisions(store, 1);
    const at = latest?.at ?? demonstrationBeginning;
    const loaded = await loadPlans(store, plans, at);
    if (!loaded.ok) return loaded.plans;
    await enterAccounts(store, peopleOf(plans), at);
    return [];
  } finally {
    await store.close();
  }
}

/** The store's workspace must be of the kind; where it has none yet it becomes one, if an instant for it is given. */
async function assertKind(store: Store, file: string, kind: WorkspaceKind, createdAt: string | null): Promise<void> {
  const workspace = await findWorkspace(store);
  if (workspace?.kind === kind) return;
  if (workspace !== null || createdAt === null) {
    throw new WorkspaceRefusal(
      `${file} 不是${kind === "production" ? "正式库" : "演示库"}，未改动。 The file is no ${kind} workspace; nothing was changed.`,
    );
  }
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, { kind, name: "倍增台账", createdAt, today: null }),
  );
}

/** Makes the demonstration in a folder of its own and moves it to its place when it is whole. */
async function makeDemonstration(
  file: string,
  plans: readonly ExpandedPlan[],
  say: (line: string) => void,
): Promise<void> {
  const folder = `${file}.unfinished`;
  const unfinished = join(folder, basename(file));
  say("正在生成演示数据，约需半分钟……  Making the demonstration data, half a minute or so …");
  await clearUnfinished(folder, unfinished);
  // The story is read only where it is told: a start that finds its workspace is quick.
  const { createDemonstration } = await import("./demo/create-demonstration.ts");
  mkdirSync(folder, { mode: 0o700 });
  const store = await openStore({
    engine: "sqlite",
    file: unfinished,
    now: () => demonstrationBeginning,
    migrate: true,
  });
  try {
    await createDemonstration(store, plans);
  } finally {
    await store.close();
  }
  renameSync(unfinished, file);
  rmSync(folder, { recursive: true });
}

/** Removes what a killed creation left; throws `file-in-use` where another process is at it still. */
async function clearUnfinished(folder: string, unfinished: string): Promise<void> {
  if (!existsSync(folder)) return;
  try {
    const left = await openStore({
      engine: "sqlite",
      file: unfinished,
      now: () => demonstrationBeginning,
      migrate: true,
    });
    await left.close();
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code === "file-in-use") throw error;
  }
  rmSync(folder, { recursive: true });
}
