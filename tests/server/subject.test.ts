import type { Reporting } from "@beizeng/server/contract/reporting.ts";
import type { Subject, Trend } from "@beizeng/server/contract/subject.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await opened.app.inject(`/api/plans/sample-2022/${path}`);
  expect(response.statusCode).toBe(200);
  return response.json<Answer>();
}

describe("a chain", () => {
  test("its history month by month, carried values marked", async () => {
    const { measures } = await ask<Subject>("subjects/steel?month=2022-09");
    const [firms] = measures;
    const [near] = firms?.targets ?? [];
    expect(
      near?.history.map(({ month, achieved, expected, light, isReported }) => [
        month,
        achieved.text,
        expected.text,
        light,
        isReported,
      ]),
    ).toEqual([
      ["2022-01", "—", "0.5", null, false],
      ["2022-02", "—", "1", null, false],
      ["2022-03", "1", "1.5", "on-schedule", true],
      // Between reports March is carried forward and held against March's schedule.
      ["2022-04", "1", "1.5", "on-schedule", false],
      ["2022-05", "1", "1.5", "on-schedule", false],
      ["2022-06", "3", "3", "on-schedule", true],
      ["2022-07", "3", "3", "on-schedule", false],
      ["2022-08", "3", "3", "on-schedule", false],
      ["2022-09", "4", "4.5", "on-schedule", true],
    ]);
  });

  test("the schedule to the deadline runs through the nearer target", async () => {
    const { measures } = await ask<Subject>("subjects/steel?month=2022-09");
    const far = measures[0]?.targets[1];
    const at = (month: string) => far?.schedule.find((point) => point.month === month)?.expected.text;
    expect(far?.schedule).toHaveLength(49);
    // 0 → 6 in 12 months, 6 → 20 in 36.
    expect([at("2021-12"), at("2022-06"), at("2022-12"), at("2023-12"), at("2025-12")]).toEqual([
      "0",
      "3",
      "6",
      "10.7",
      "20",
    ]);
  });

  test("a forecast after three reported periods, none for a milestone", async () => {
    const { measures } = await ask<Subject>("subjects/steel?month=2022-09");
    const forecast = measures[0]?.targets[0]?.forecast;
    expect(forecast).toMatchObject({ method: "gamma-poisson", deadline: "2022-12", pace: { text: "0.7" } });
    expect(forecast?.path.map(({ month }) => month)).toEqual(["2022-09", "2022-10", "2022-11", "2022-12"]);
    expect(measures[2]?.targets[0]?.forecast).toBeNull();
    const early = await ask<Subject>("subjects/steel?month=2022-06");
    expect(early.measures[0]?.targets[0]?.forecast).toBeNull();
  });

  test("what was reported, newest first, and who stands for it", async () => {
    const { measures } = await ask<Subject>("subjects/steel?month=2022-06");
    const [firms, output] = measures;
    expect(
      firms?.values.map(({ month, entries, exits, amount, isSuperseded }) => [
        month,
        entries.text,
        exits.text,
        amount.text,
        isSuperseded,
      ]),
    ).toEqual([
      ["2022-06", "3", "0", "—", false],
      ["2022-03", "1", "0", "—", false],
    ]);
    expect(output?.values[0]).toMatchObject({
      amount: { value: 24, text: "24.0" },
      reportedBy: { zh: "工信局" },
      reporter: "reporter-industry",
      reportedAt: "2022-07-08T02:00:00.000Z",
      acceptedAt: "2022-07-08T02:00:01.000Z",
      correctionReason: null,
    });
  });
});

describe("trend", () => {
  test("the targets that fit, over the months asked", async () => {
    const { series, from, to } = await ask<Trend>(
      "trend?from=2022-05&to=2022-07&horizon=2022-12&indicator=above-scale-enterprises&reading=new&subject=steel&subject=food",
    );
    expect([from, to]).toEqual(["2022-05", "2022-07"]);
    expect(
      series.map(({ subject, name, points }) => [subject, name.zh, points.map(({ achieved }) => achieved.text)]),
    ).toEqual([
      ["steel", "钢铁 · 规上企业", ["1", "3", "3"]],
      ["food", "食品 · 规上企业", ["0", "1", "1"]],
    ]);
  });

  test("all targets of the horizon without a filter; no point before an origin", async () => {
    const { series } = await ask<Trend>("trend?from=2021-12&to=2022-01&horizon=2022-12");
    expect(series).toHaveLength(5);
    expect(series.map(({ points }) => points.map(({ month }) => month))).toEqual(Array(5).fill(["2022-01"]));
  });
});

describe("reporting", () => {
  test("who has reported which period, and when", async () => {
    const { periods, units, reported, total } = await ask<Reporting>("reporting?month=2022-10");
    expect(periods).toEqual(["2022-03", "2022-06", "2022-09"]);
    expect([reported, total]).toEqual([2, 3]);
    const commerce = units.find(({ department }) => department === "commerce");
    expect(commerce?.measures).toBe(1);
    expect(commerce?.cells[1]).toEqual({
      period: "2022-06",
      extension: null,
      punctuality: "on-time",
      state: "accepted",
      dueOn: "2022-07-10",
      submittedOn: "2022-07-08",
      acceptedOn: "2022-07-08",
      timesReturned: 0,
    });
    expect(commerce?.cells[2]).toMatchObject({ punctuality: "missing", state: "open", submittedOn: null });
  });
});
