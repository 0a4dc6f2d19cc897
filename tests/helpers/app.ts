import { insertWorkspace, inTransaction } from "@beizeng/db";
import type { Role } from "@beizeng/db/vocabulary";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import { buildApp } from "@beizeng/server/app.ts";
import { openWorkshop } from "@beizeng/server/briefing/workshop.ts";
import type { Dependencies } from "@beizeng/server/dependencies.ts";
import { isSecure, plainEntrance } from "@beizeng/server/entrance.ts";
import type { FailingStorage } from "./failing-storage.ts";
import { signIn } from "./signed-in.ts";
import { openTestStore } from "./store.ts";

/** A temporary store in which the plans are loaded as a start loads them. */
export async function openTestLedger(
  plans: readonly PlanDocument[],
  kind: Dependencies["kind"] = "demonstration",
  storage?: FailingStorage,
) {
  const opened = await openTestStore(undefined, storage);
  const { store, clock } = opened;
  const today = kind === "demonstration" ? "2022-10-12" : null;
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, { kind, name: "test", createdAt: clock.now(), today }),
  );
  await loadPlans(store, plans.map(expandPlan), clock.now());
  return opened;
}

/** The real application on a real temporary database. */
export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** What a test sets; a demonstration whose clock stands at 2022-10-12 unless it says otherwise. */
export type AppOptions = Partial<
  Pick<Dependencies, "kind" | "today" | "webRoot" | "entrance" | "writeLog" | "metricsToken" | "paces" | "scan">
> & {
  /** What the store lies on, where it is to fail. */
  readonly storage?: FailingStorage;
};

/** One thread for all applications of a test file: from the sources each takes a second to begin. */
const workshop = openWorkshop((fault) => console.error(fault));

/** The application over the given plans. */
export const openTestApp = async (plans: readonly PlanDocument[], options: AppOptions = {}) =>
  openAppOver(await openTestLedger(plans, options.kind, options.storage), options);

/** The application over a ledger that is there. */
export async function openAppOver(ledger: Awaited<ReturnType<typeof openTestStore>>, options: AppOptions = {}) {
  const { kind = "demonstration", today = () => "2022-10-12", webRoot = null, entrance = plainEntrance } = options;
  const { store, clock, file, runRaw, dispose } = ledger;
  const app = await buildApp({
    ...{ store, build: "test", kind, now: clock.now, today, webRoot },
    ...{ isLogged: options.writeLog !== undefined, entrance, workshop },
    ...(options.writeLog && { writeLog: options.writeLog }),
    ...(options.paces && { paces: options.paces }),
    ...(options.scan && { scan: options.scan }),
    ...(options.metricsToken && { metricsToken: options.metricsToken }),
  });
  return {
    app,
    /** Signs somebody of a role in and answers the headers of their requests. */
    as: (role: Role, departments: readonly string[] = [], key = `a-${role}`) =>
      signIn(store, { role, departments, key, now: clock.now(), isSecure: isSecure(entrance) }),
    store,
    clock,
    file,
    runRaw,
    dispose: async () => {
      await app.close();
      await dispose();
    },
  };
}
