import type { Changes } from "@beizeng/server/contract/changes.ts";
import type { LightMap } from "@beizeng/server/contract/lights.ts";
import type { Outlook } from "@beizeng/server/contract/outlook.ts";
import type { Shortfalls } from "@beizeng/server/contract/shortfalls.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

// 2022-03: 钢铁 1 of 6 with 1.5 due is half a firm short; 食品 0 of 4 with 1 due is 25 points behind; 1 of 10 with 2.5 due is 15.
// 2022-06: 钢铁 3 of 6 is abreast; 食品 1 of 4 with 2 due is 25 points behind; 4 of 10 with 5 due is 10.
// 2022-09: 钢铁 4 of 6 with 4.5 due; 食品 has not reported, so that the headline has no light.
let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const ask = async <Answer>(question: string): Promise<Answer> => {
  const response = await opened.app.inject(`/api/plans/sample-2022/${question}`);
  expect(response.statusCode).toBe(200);
  return response.json<Answer>();
};

const newFirms = (subject: string) => `${subject}.above-scale-enterprises.new.2022-12`;

describe("what differs between two months", () => {
  const changes = (since: string, month: string) =>
    ask<Changes>(`changes?since=${since}&month=${month}&horizon=2022-12`);
  const told = ({ changes: rows }: Changes) =>
    rows.map(({ target, move, gained, before, after, shortfallBefore, shortfall }) => [
      ...[target, move, gained.text, before?.light, after.light, shortfallBefore.text, shortfall.text],
    ]);

  test("figures alone: what is furthest behind first, by firms and then by points", async () => {
    const answer = await changes("2022-03", "2022-06");
    expect(told(answer)).toEqual([
      [newFirms("food"), null, "+1", "far-behind", "far-behind", "1", "1"],
      [newFirms("headline"), null, "+3", "behind", "behind", "1.5", "1"],
      [newFirms("steel"), null, "+2", "on-schedule", "on-schedule", "—", "—"],
    ]);
    // The output, which cannot be formed, and the plant.
    expect(answer.unchanged).toBe(2);
    expect(answer.sentence.zh).toBe("与2022年3月相比，各项亮灯没有变化。");
  });

  test("a unit that no longer reports, and the headline that waits for it", async () => {
    const answer = await changes("2022-06", "2022-09");
    expect(told(answer)).toEqual([
      [newFirms("food"), "fell-silent", "0", "far-behind", "unreported", "1", "—"],
      [newFirms("headline"), "otherwise", "+1", "behind", null, "1", "—"],
      [newFirms("steel"), null, "+1", "on-schedule", "on-schedule", "—", "—"],
    ]);
    expect(answer.sentence.zh).toBe(
      "与2022年6月相比：1项转为未报（食品新增规上企业），1项其他变化（总体目标新增规上企业）。",
    );
  });

  test("the first month with lights, against one without and against one in which nothing counted", async () => {
    const answer = await changes("2022-02", "2022-03");
    expect(told(answer).map(([target, move, gained]) => [target, move, gained])).toEqual([
      [newFirms("headline"), "fell-behind", "—"],
      [newFirms("food"), "fell-behind", "—"],
      [newFirms("steel"), "caught-up", "—"],
      ["steel.plant.done.2022-12", "otherwise", "—"],
    ]);
    expect(answer.sentence.zh).toBe(
      "与2022年2月相比：2项转为滞后（如总体目标新增规上企业差1.5户），1项转为达序时（钢铁新增规上企业），1项其他变化（钢铁达产）。",
    );
    const { changes: since } = await changes("2021-12", "2022-03");
    expect(since.map(({ before }) => before)).toEqual([null, null, null, null]);
  });

  test("a month with itself is the same; months in the wrong order are refused", async () => {
    expect(await changes("2022-06", "2022-06")).toMatchObject({ changes: [], unchanged: 5 });
    const response = await opened.app.inject(
      "/api/plans/sample-2022/changes?since=2022-06&month=2022-03&horizon=2022-12",
    );
    expect([response.statusCode, response.json().code]).toEqual([422, "months-reversed"]);
  });
});

describe("the lights of all months", () => {
  test("each subject before its targets, one light a month up to the running one", async () => {
    const { months, rows } = await ask<LightMap>("lights?horizon=2022-12");
    expect([months[0], months.at(-1), months.length]).toEqual(["2022-01", "2022-12", 12]);
    const far = "far-behind";
    const lightsOf = (subject: string, target: string | null) =>
      rows.find((row) => row.subject.key === subject && row.target === target)?.lights;
    // Of a month between two periods the light is that of the last period.
    expect(lightsOf("food", newFirms("food"))).toEqual([
      ...[null, null, far, far, far, far, far, far],
      ...["unreported", "unreported"],
    ]);
    expect(lightsOf("headline", null)).toEqual([
      ...[null, null, "behind", "behind", "behind", "behind", "behind", "behind"],
      ...[null, null],
    ]);
    // Of a plant not due and firms on schedule the firms ask for more.
    expect(lightsOf("steel", null)?.slice(1, 4)).toEqual([null, "on-schedule", "on-schedule"]);
    expect(rows.map(({ subject, target }) => [subject.key, target])).toEqual([
      ["headline", null],
      ["headline", newFirms("headline")],
      ["steel", null],
      ["steel", newFirms("steel")],
      ["steel", "steel.output.level.2022-12"],
      ["steel", "steel.plant.done.2022-12"],
      ["food", null],
      ["food", newFirms("food")],
    ]);
    expect(rows.flatMap(({ corrected }) => corrected)).toEqual([]);
  });

  test("standing targets go to the running month, and have a place of their own", async () => {
    const { months, rows } = await ask<LightMap>("lights?horizon=standing");
    expect(months.at(-1)).toBe("2022-10");
    expect(rows.at(-1)?.lights.slice(2)).toEqual(["behind", "behind", "behind", ...Array(5).fill("on-schedule")]);
  });
});

describe("what is lacking", () => {
  test("by kind, the headline left out where its parts stand; since when; by unit", async () => {
    const { groups, longest } = await ask<Shortfalls>("shortfalls?month=2022-06&horizon=2022-12");
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      key: "above-scale-enterprises.new",
      judged: 2,
      total: { text: "1" },
      rows: [
        {
          target: newFirms("food"),
          light: "far-behind",
          shortfall: { text: "1" },
          share: { text: "100.0%" },
          cumulative: { text: "100.0%" },
          since: "2022-03",
        },
      ],
      units: [{ department: "commerce", targets: 1, shortfall: { text: "1" } }],
      sentence: { zh: "新增规上企业：滞后的只有食品，差1户。" },
    });
    expect(longest.zh).toBe("滞后最久的是总体目标新增规上企业：自2022年3月起，已4个月。");
  });

  test("nothing, where nothing is behind", async () => {
    const { groups, longest } = await ask<Shortfalls>("shortfalls?month=2022-09&horizon=2022-12");
    expect(groups.map(({ rows, units, total }) => [rows, units, total.text])).toEqual([[[], [], "0"]]);
    expect([groups[0]?.sentence.zh, longest.zh]).toEqual(["新增规上企业：没有滞后的产业链。", "没有滞后的目标。"]);
    expect((await ask<Shortfalls>("shortfalls?month=2022-09&horizon=standing")).groups).toEqual([]);
  });
});

describe("whether the headline will be met", () => {
  test("is not said of fewer than three periods, nor while a part is missing, and the reason is", async () => {
    const june = await ask<Outlook>("outlook?month=2022-06&horizon=2022-12");
    expect(june.prospects.map(({ target, forecast, refusal }) => [target, forecast, refusal])).toEqual([
      [newFirms("headline"), null, "few-periods"],
    ]);
    expect(june.sentence.zh).toBe("总体目标中没有可预测的。");
    const { prospects } = await ask<Outlook>("outlook?month=2022-09&horizon=2022-12");
    expect(prospects[0]?.refusal).toBe("parts-missing");
  });
});
