import { readFileSync } from "node:fs";
import { routeAccess } from "@beizeng/server/domain/access.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

type Document = { paths: Record<string, Record<string, unknown>>; components: { schemas: Record<string, object> } };
const document: Document = JSON.parse(readFileSync(new URL("../../server/openapi.json", import.meta.url), "utf8"));

/** The document's forms, closed: an answer may hold nothing that is not promised. */
function validatorOf(name: string) {
  const close = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(close);
    if (typeof schema !== "object" || schema === null) return schema;
    const entries = Object.entries(schema).map(([key, value]) => [
      key,
      key === "$ref" ? String(value).replace("#/components/schemas/", "#/$defs/") : close(value),
    ]);
    const closed = Object.fromEntries(entries);
    return closed.type === "object" && closed.properties !== undefined
      ? { ...closed, additionalProperties: false }
      : closed;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  return ajv.compile({ $ref: `#/$defs/${name}`, $defs: close(document.components.schemas) });
}

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const p = "/api/plans/sample-2022";

describe("every answer is what the document promises, and nothing else", () => {
  test.each([
    ["PlanList", "/api/plans"],
    ["Plan", p],
    ["Progress", `${p}/progress?month=2022-09&horizon=2022-12`],
    ["Progress", `${p}/progress?month=2022-06&horizon=2025-12&asKnownOn=2022-07-31`],
    ["Progress", `${p}/progress?month=2022-09&horizon=standing&basis=statistics`],
    ["Departments", `${p}/departments?month=2022-09&horizon=2022-12`],
    ["Departments", `${p}/departments?month=2022-09&horizon=standing&attribution=lead`],
    ["DepartmentHistories", `${p}/department-histories?month=2022-09&horizon=2022-12&department=commerce`],
    ["Subject", `${p}/subjects/steel?month=2022-09`],
    ["Subject", `${p}/subjects/service?month=2022-01`],
    ["Steps", `${p}/subjects/steel/steps?month=2022-09`],
    ["Steps", `${p}/subjects/headline/steps?month=2022-09`],
    ["Comparison", `${p}/subjects/steel/comparison?month=2022-09&horizon=2022-12`],
    ["Trend", `${p}/trend?from=2022-01&to=2022-10&horizon=2022-12`],
    ["Changes", `${p}/changes?since=2022-06&month=2022-09&horizon=2022-12`],
    ["LightMap", `${p}/lights?horizon=2022-12`],
    ["Shortfalls", `${p}/shortfalls?month=2022-06&horizon=2022-12`],
    ["Outlook", `${p}/outlook?month=2022-09&horizon=2022-12`],
    ["Briefing", `${p}/briefing?month=2022-09&horizon=2022-12`],
    ["BriefingPaper", `${p}/briefing/paper?month=2022-09&horizon=2022-12`],
    ["Briefings", `${p}/briefings`],
    ["BriefingSkeleton", `${p}/briefing-skeleton`],
    ["Wall", `${p}/wall?month=2022-09&horizon=2022-12`],
    ["Wall", `${p}/wall?horizon=2025-12`],
    ["Reporting", `${p}/reporting?month=2022-10`],
    ["Headlines", "/api/headlines?indicator=above-scale-enterprises&reading=new&horizon=2022-12&month=2022-09"],
    ["HeadlineKinds", "/api/headlines/kinds"],
    ["HeadlineLights", "/api/headlines/lights?indicator=above-scale-enterprises&reading=new&horizon=2022-12"],
    ["Differences", `${p}/differences?month=2022-09`],
    ["TargetRevisions", `${p}/targets/food.above-scale-enterprises.new.2022-12/revisions`],
    ["PlanEdits", `${p}/edits`],
    ["Judging", `${p}/judging`],
    ["Appraisal", `${p}/appraisal?quarter=2022-09`],
    ["Months", `${p}/months`],
    ["Life", `${p}/measures/steel.above-scale-enterprises/life?month=2022-06`],
    ["Notes", `${p}/notes?month=2022-09`],
    ["News", "/api/news"],
    ["Health", "/api/health"],
    ["Ready", "/api/ready"],
    ["Session", "/api/session"],
    ["DemonstrationPeople", "/api/session/demonstration"],
    ["Problem", "/api/none"],
    ["Problem", "/api/plans/none"],
    ["Problem", `${p}/progress?month=1`],
  ])("%s %s", async (name, url) => {
    const validate = validatorOf(name);
    const answer = (await opened.app.inject(url)).json();
    validate(answer);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("Backups, for who may see them", async () => {
    const validate = validatorOf("Backups");
    const headers = await opened.as("admin");
    const response = await opened.app.inject({ url: "/api/backups", headers });
    expect(response.statusCode).toBe(200);
    validate(response.json());
    expect(validate.errors ?? []).toEqual([]);
  });

  test("the document is valid OpenAPI 3.1 with named schemas, each reference leading somewhere", () => {
    expect(document).toMatchObject({ openapi: "3.1.0" });
    const names = Object.keys(document.components.schemas);
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((name) => !names.includes(String(name)))).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  test("the document's routes are those of the table of access, but for its own reference page", () => {
    const documented = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
    );
    const pages = ["GET /api/reference", "GET /api/reference.css"];
    expect([...documented, ...pages].toSorted()).toEqual(Object.keys(routeAccess).toSorted());
  });
});
