/** Drawings of real answers: what the server says is what the picture shows. */
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type {
  Comparison,
  DepartmentHistories,
  LightMap,
  Outlook,
  Progress,
  Shortfalls,
  Steps,
  Subject,
} from "../../web/src/api/types.ts";
import { drawings } from "../../web/src/charts/drawings/draw.tsx";
import type { Drawing } from "../../web/src/charts/drawings/drawing.ts";
import { seenOf } from "../../web/src/charts/drawings/seen.ts";
import { drawnWords } from "../../web/src/charts/drawings/words.ts";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "../server/reports.ts";
import { samplePlan } from "../server/sample-plan.ts";
import { forecastOf } from "./chain-samples.ts";

let opened: TestApp;
let subject = "";
let department = "";
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
  subject = (await answer<Progress>("progress")).chains[0]?.subject.key ?? "";
  department = (await answer<DepartmentList>("departments")).departments[0]?.department.key ?? "";
});
afterAll(() => opened.dispose());

interface DepartmentList {
  readonly departments: readonly { readonly department: { readonly key: string } }[];
}

const horizon = "2022-12";
async function answer<A>(path: string, question = `month=2022-06&horizon=${horizon}`): Promise<A> {
  const response = await opened.app.inject(`/api/plans/sample-2022/${path}?${question}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<A>();
}

const [zh, en] = [drawnWords("zh-CN", false), drawnWords("en", false)];

/** What stands in a drawing's pictures as text, a line each. */
function textsOf(drawing: Drawing | null): readonly string[] {
  const markup = (drawing?.charts ?? []).map(({ chart }) => renderToStaticMarkup(chart)).join("");
  return [...markup.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text ?? "");
}

test("the chains stand in one chart with the completion and the light that the answer has", async () => {
  const progress = await answer<Progress>("progress");
  const drawing = drawings.chains(zh, progress, "above-scale-enterprises.new");
  const shown = progress.chains.flatMap(({ subject: { name }, assessments }) =>
    assessments
      .filter(({ indicator, reading }) => `${indicator}.${reading}` === "above-scale-enterprises.new")
      .flatMap(({ completion }) => [name.zh, completion.text]),
  );
  expect(shown.length).toBe(4);
  expect(textsOf(drawing)).toEqual(expect.arrayContaining(shown));
  expect(drawing?.subtitle).toBe("单位：户 · 截至 2022年6月 · 部门填报");
});

test("every chart is drawn of its answer, in both languages, with a title, a legend and no word missing", async () => {
  const progress = await answer<Progress>("progress");
  const shortfalls = await answer<Shortfalls>("shortfalls");
  const lights = await answer<LightMap>("lights", `horizon=${horizon}`);
  const bare = await answer<Outlook>("outlook");
  // The sample's year reports too seldom for a forecast of its own.
  const forecast = forecastOf([["2022-12", 14, 11, 17]]);
  const outlook = { ...bare, prospects: bare.prospects.map((each) => ({ ...each, forecast })) };
  const told = await answer<Subject>(`subjects/${subject}`, "month=2022-06");
  const steps = await answer<Steps>(`subjects/${subject}/steps`, "month=2022-06");
  const comparison = await answer<Comparison>(`subjects/${subject}/comparison`);
  const units = await answer<DepartmentHistories>(
    "department-histories",
    `month=2022-06&horizon=${horizon}&department=${department}`,
  );
  for (const words of [zh, en]) {
    const drawn: Record<string, Drawing | null> = {
      headline: drawings.headline(words, progress),
      chains: drawings.chains(words, progress),
      shortfalls: drawings.shortfalls(words, shortfalls),
      lights: drawings.lights(words, lights, shortfalls),
      outlook: drawings.outlook(words, outlook),
      history: drawings.history(words, told, horizon),
      steps: drawings.steps(words, steps),
      comparison: drawings.comparison(words, comparison),
      "department-histories": drawings["department-histories"](words, units),
    };
    expect(Object.keys(drawn)).toEqual(expect.arrayContaining(Object.keys(drawings)));
    for (const [key, drawing] of Object.entries(drawn)) {
      expect(drawing?.title, key).toBeTruthy();
      expect(drawing?.legend.length, key).toBeGreaterThan(0);
      expect(textsOf(drawing).length, key).toBeGreaterThan(3);
      // A word that is not there is said by its place.
      const said = [drawing?.title, drawing?.subtitle, ...(drawing?.legend ?? []).map(({ word }) => word)];
      expect([...said, ...textsOf(drawing)].join("\n"), key).not.toMatch(/\b[a-z]+\.[a-z]+[.A-Z]?[a-zA-Z]*/);
    }
  }
});

test("a chart that the page does not show is none: nothing lacking, nothing projected, no such measure", async () => {
  const early = await answer<Shortfalls>("shortfalls", `month=2022-01&horizon=${horizon}`);
  expect(drawings.shortfalls(zh, { ...early, groups: [] })).toBeNull();
  expect(drawings.outlook(zh, await answer<Outlook>("outlook", `month=2022-01&horizon=${horizon}`))).toBeNull();
  const told = await answer<Subject>(`subjects/${subject}`, "month=2022-06");
  expect(drawings.history(zh, told, horizon, "nothing.new")).toBeNull();
});

test("between two percentages lie percentage points, in the title of a history too", async () => {
  const told = await answer<Subject>(`subjects/${subject}`, "month=2022-06");
  const target = told.measures[0]?.targets[0];
  if (target === undefined) throw new Error("the sample's first chain has a target");
  const percent = { zh: "%", en: "%" };
  const [achieved, gap] = [
    { value: 14.9, text: "14.9" },
    { value: 0.1, text: "0.1" },
  ];
  const assessment = { ...target.assessment, unit: percent, achieved, gap, light: "behind" } as const;
  expect(seenOf(zh, { ...target, assessment })).toBe("新增规上企业 14.9%，滞后 0.1个百分点");
  expect(seenOf(en, { ...target, assessment })).toContain("0.1 points");
});

test("on the statistics basis what is not there is 未核定", () => {
  expect(drawnWords("zh-CN", true).t("light.unreported")).toBe("未核定");
  expect(zh.t("light.unreported")).toBe("未报");
});
