import { findSetting } from "@beizeng/db";
import type { Wall } from "@beizeng/server/contract/wall.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

let demonstration: TestApp;
let production: TestApp;
beforeAll(async () => {
  demonstration = await openTestApp([samplePlan()]);
  production = await openTestApp([samplePlan()], { kind: "production" });
});
afterAll(() => Promise.all([demonstration.dispose(), production.dispose()]));

const base = "/api/plans/sample-2022";
const wallOf = async (asked: string) => (await demonstration.app.inject(`${base}/wall?${asked}`)).json<Wall>();
const answerOf = async (path: string) => (await demonstration.app.inject(`${base}/${path}`)).json();

describe("the wall of a plan", () => {
  test("is the answers of the pages, all of one month", async () => {
    const wall = await wallOf("month=2022-09&horizon=2022-12");
    const asked = "month=2022-09&horizon=2022-12";
    expect(wall.progress).toEqual(await answerOf(`progress?${asked}`));
    expect(wall.shortfalls).toEqual(await answerOf(`shortfalls?${asked}`));
    expect(wall.outlook).toEqual(await answerOf(`outlook?${asked}`));
    expect(wall.lights).toEqual(await answerOf("lights?horizon=2022-12"));
    expect(wall.changes).toEqual(await answerOf(`changes?since=2022-08&${asked}`));
  });

  test("goes on by itself: without a month it is that of the latest period due", async () => {
    const { progress } = await wallOf("horizon=2022-12");
    expect(progress.quotation.month).toBe(progress.plan.latestPeriod);
  });

  test("has nothing to compare in the plan's first month", async () => {
    const { progress, changes } = await wallOf("month=2021-12&horizon=2022-12");
    expect(progress.plan.firstMonth).toBe("2021-12");
    expect(changes).toBeNull();
  });

  test("refuses what is not there", async () => {
    const status = async (path: string) => (await demonstration.app.inject(path)).statusCode;
    expect(await status("/api/plans/none/wall?horizon=2022-12")).toBe(404);
    expect(await status(`${base}/wall?horizon=2031-12`)).toBe(404);
    expect(await status(`${base}/wall?horizon=2022-12&month=2031-01`)).toBe(422);
    expect(await status(`${base}/wall`)).toBe(400);
  });
});

test("on an open screen nothing stands until the security officer allows it, and then the wall alone", async () => {
  const status = async (path: string) => (await production.app.inject(`${base}/${path}`)).statusCode;
  const wall = "wall?month=2022-09&horizon=2022-12";
  expect(await status(wall)).toBe(401);
  const headers = await production.as("security");
  const { changedAt, changedBy, locked, ...settings } = (
    await production.app.inject({ url: "/api/security", headers })
  ).json();
  expect([settings.isWallOpen, changedAt, changedBy, locked]).toEqual([false, null, null, []]);
  const opening = await production.app.inject({
    ...{ method: "PUT", url: "/api/security", headers },
    payload: { ...settings, isWallOpen: true, seen: changedAt },
  });
  expect(opening.statusCode).toBe(200);
  expect(await status(wall)).toBe(200);
  for (const other of ["progress", "shortfalls", "outlook"])
    expect(await status(`${other}?month=2022-09&horizon=2022-12`)).toBe(401);
  const stored = await findSetting(production.store, "security");
  await production.app.inject({
    ...{ method: "PUT", url: "/api/security", headers },
    payload: { ...settings, isWallOpen: false, seen: stored?.changedAt ?? null },
  });
  expect(await status(wall)).toBe(401);
});
