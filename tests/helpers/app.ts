import { insertWorkspace, inTransaction, type Store } from "@beizeng/db";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import { buildApp } from "@beizeng/server/app.ts";
import type { Dependencies } from "@beizeng/server/dependencies.ts";
import { clockAt, openTestStore, type TestClock } from "./store.ts";

/** The real application on a real temporary database. */
export type TestApp = {
  app: Awaited<ReturnType<typeof buildApp>>;
  store: Store;
  clock: TestClock;
  file: string;
  dispose: () => Promise<void>;
};

/** What a test sets; a demonstration whose clock stands at 2022-10-12 unless it says otherwise. */
export type AppOptions = Partial<Pick<Dependencies, "kind" | "today" | "webRoot">>;

/** The application over the given plans, loaded as a start loads them. */
export async function openTestApp(plans: readonly PlanDocument[], options: AppOptions = {}): Promise<TestApp> {
  const clock = clockAt("2022-01-04T01:00:00.000Z");
  const { store, file, dispose } = await openTestStore(clock);
  const kind = options.kind ?? "demonstration";
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, {
      kind,
      name: "test",
      createdAt: clock.now(),
      today: kind === "demonstration" ? "2022-10-12" : null,
    }),
  );
  await loadPlans(store, plans.map(expandPlan), clock.now());
  const app = await buildApp({
    store,
    build: "test",
    kind,
    today: options.today ?? (() => "2022-10-12"),
    webRoot: options.webRoot ?? null,
    isLogged: false,
  });
  return {
    app,
    store,
    clock,
    file,
    dispose: async () => {
      await app.close();
      await dispose();
    },
  };
}
