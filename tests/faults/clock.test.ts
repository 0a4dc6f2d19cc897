/** The machine's clock jumps, forward and back, while people work: the ledger goes by its own order, sessions by the longer doubt. */
import { findAuditChain, insertAuditRow, inTransaction } from "@beizeng/db";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { verify } from "@beizeng/server/verify.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestApp, openTestLedger } from "../helpers/app.ts";
import { drawnFrom } from "../helpers/drawn.ts";
import { act, type Desk, step } from "../server/desk.ts";
import { planWithGrowth } from "../server/growth-plan.ts";
import { samplePlan } from "../server/sample-plan.ts";

const seed = Date.now() % 2 ** 31;
const operations = 300;
const hour = 3_600_000;

test(`${operations} operations under a clock that jumps by up to 36 hours (seed ${seed}) are all in the audit, and derive what they should`, async () => {
  const opened = await openTestLedger([planWithGrowth(), samplePlan("other-2022", "140501")]);
  try {
    const desk: Desk = { store: opened.store, open: [], accepted: [], counts: new Map() };
    const draw = drawnFrom(seed);
    // Every jump stays within the month: the months that have begun are the clock's to say.
    const noon = Date.UTC(2023, 0, 10, 4);
    let steps = 0;
    for (const [place, drawn] of fc.sample(step, { seed, numRuns: operations }).entries()) {
      const jump = (draw() - 0.5) * 72 * hour;
      await act(desk, drawn, new Date(noon + place * 60_000 + jump).toISOString());
      steps += 1;
    }
    expect(steps).toBe(operations);
    const instants = (await opened.runRaw("SELECT at FROM audit_rows ORDER BY id")).map(({ at }) => String(at));
    expect(instants.some((at, place) => at < (instants[place - 1] ?? ""))).toBe(true);
    expect(await findAuditChain(opened.store)).toMatchObject({ isWhole: true });
    expect((await replayAudit(opened.store)).differences).toEqual([]);
    expect((await verify(opened.store, "2023-01-10")).differences).toEqual([]);
  } finally {
    await opened.dispose();
  }
});

test("a session outlives a clock set back by an hour, and not one set forward by a day", async () => {
  const opened = await openTestApp([samplePlan()], { kind: "production" });
  try {
    const headers = await opened.as("reporter", ["commerce"]);
    const asked = async () =>
      (await opened.app.inject({ url: "/api/session", headers })).json<{ account: object | null }>().account !== null;
    const now = opened.clock.now();
    opened.clock.set(new Date(Date.parse(now) - hour).toISOString());
    expect(await asked()).toBe(true);
    opened.clock.set(now);
    expect(await asked()).toBe(true);
    opened.clock.set(new Date(Date.parse(now) + 24 * hour).toISOString());
    expect(await asked()).toBe(false);
    // Set right again: what was ended stays so.
    opened.clock.set(now);
    expect(await asked()).toBe(false);
  } finally {
    await opened.dispose();
  }
});

test("the audit is written in the order in which things were done, whatever their hour", async () => {
  const opened = await openTestLedger([samplePlan()]);
  try {
    for (const at of ["2022-10-12T02:00:00.000Z", "2022-10-11T02:00:00.000Z", "2022-10-13T02:00:00.000Z"]) {
      const who = { at, actor: "wang", actorRole: "system", action: "test", entity: "test:1" } as const;
      await inTransaction(opened.store, (transaction) =>
        insertAuditRow(transaction, { ...who, payload: "{}", revision: null }),
      );
    }
    const rows = await opened.runRaw("SELECT at FROM audit_rows WHERE action = 'test' ORDER BY id");
    expect(rows.map(({ at }) => String(at).slice(0, 10))).toEqual(["2022-10-12", "2022-10-11", "2022-10-13"]);
    expect(await findAuditChain(opened.store)).toMatchObject({ isWhole: true });
  } finally {
    await opened.dispose();
  }
});
