import { findHeadlineRow, inTransaction, type Store, updateHeadlineRow } from "@beizeng/db";
import { completeHeadlines } from "@beizeng/server/complete-headlines.ts";
import type { Headlines } from "@beizeng/server/contract/headlines.ts";
import { verify } from "@beizeng/server/verify.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let store: Store;
beforeAll(async () => {
  opened = await openTestApp([samplePlan(), samplePlan("other-2022", "140501")]);
  store = opened.store;
  await reportSampleYear(store);
});
afterAll(() => opened.dispose());

const asked = "indicator=above-scale-enterprises&reading=new&horizon=2022-12";
const ask = async (month: string, more = ""): Promise<Headlines> => {
  const response = await opened.app.inject(`/api/headlines?${asked}&month=${month}${more}`);
  expect([response.statusCode, response.headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
  return response.json<Headlines>();
};
const shown = ({ rows }: Headlines) =>
  rows.map(({ plan, achieved, targetValue, expected, completion, light, partsReported, parts }) => [
    plan,
    achieved.text,
    targetValue.text,
    expected.text,
    completion.text,
    light,
    `${partsReported}/${parts}`,
  ]);
const place = {
  indicator: "above-scale-enterprises",
  reading: "new",
  horizon: "2022-12",
  basis: "department",
  targetId: 1,
} as const;

describe("one headline of all places", () => {
  test("the derived row where there is one, the same computed where there is none", async () => {
    const answer = await ask("2022-06");
    expect(answer).toMatchObject({ month: "2022-06", unit: { zh: "户", en: "firms" }, isDemonstration: true });
    expect(answer.rows.map(({ place: { zh } }) => zh)).toEqual(["市140581", "市140501"]);
    expect(shown(answer)).toEqual([
      ["sample-2022", "4", "10", "5", "40.0%", "behind", "2/2"],
      // Nobody reported: what June asks for, and no light while parts are missing.
      ["other-2022", "—", "10", "5", "—", null, "0/2"],
    ]);
    expect(await findHeadlineRow(store, { ...place, month: "2022-06" })).not.toBeNull();
    expect(await findHeadlineRow(store, { ...place, targetId: 8, month: "2022-06" })).toBeNull();
  });

  test("reports fill every month up to the one they were accepted in", async () => {
    const months = ["2022-01", "2022-02", "2022-03", "2022-04", "2022-05", "2022-08", "2022-10"];
    for (const month of months) expect(await findHeadlineRow(store, { ...place, month })).not.toBeNull();
    expect(await findHeadlineRow(store, { ...place, month: "2022-11" })).toBeNull();
  });

  test("completing writes what is missing, once, and changes no answer", async () => {
    const before = shown(await ask("2022-10"));
    // other-2022: ten months of its headline on two bases; sample-2022: ten on the basis that nobody reports on.
    expect(await completeHeadlines(store, "2022-10-12")).toBe(30);
    expect(await completeHeadlines(store, "2022-10-12")).toBe(0);
    expect(shown(await ask("2022-10"))).toEqual(before);
    const { rows, auditRows, differences } = await verify(store, "2022-10-12");
    expect([rows, auditRows, differences]).toEqual([40, 17, []]);
  });

  test("verify finds a changed row, and a row of a month that has none", async () => {
    const row = String(await findHeadlineRow(store, { ...place, month: "2022-09" }));
    const put = (month: string, text: string) =>
      inTransaction(store, (transaction) => updateHeadlineRow(transaction, { ...place, month, row: text }));
    await put("2022-09", row.replace('"50.0%"', '"60.0%"'));
    await put("2022-12", row);
    const { differences } = await verify(store, "2022-10-12");
    expect(differences).toHaveLength(2);
    expect(differences[0]).toContain("sample-2022 headline.above-scale-enterprises.new.2022-12 department 2022-09");
    expect(differences[1]).toContain("2022-12: a row of a month that has none");
    await put("2022-09", row);
  });

  test("verify finds a row of the audit that was changed", async () => {
    const own = await openTestApp([samplePlan()]);
    await reportSampleYear(own.store);
    const { default: Database } = await import("better-sqlite3");
    const raw = new Database(own.file);
    raw.exec("DROP TRIGGER audit_rows_no_update; UPDATE audit_rows SET actor = 'somebody' WHERE id = 5");
    raw.close();
    expect((await verify(own.store, "2022-10-12")).differences).toEqual([
      "audit row 5 does not follow from the one before it",
    ]);
    await own.dispose();
  });
});
