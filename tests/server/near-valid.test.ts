import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const odd = fc.constantFrom(
  "",
  "0",
  "2022",
  "2022-00",
  "9999-12",
  "-1",
  "null",
  "%00",
  "a".repeat(300),
  "'; drop table plans",
  "../..",
);
const month = fc.oneof(fc.constantFrom("2021-12", "2022-01", "2022-09", "2022-10", "2022-11", "2019-12"), odd);
const horizon = fc.oneof(fc.constantFrom("2022-12", "2025-12", "standing", "2024-12"), odd);
const values: Record<string, fc.Arbitrary<string>> = {
  month,
  from: month,
  to: month,
  horizon,
  basis: fc.oneof(fc.constantFrom("department", "statistics"), odd),
  attribution: fc.oneof(fc.constantFrom("full", "shared", "lead"), odd),
  asKnownOn: fc.oneof(fc.constantFrom("2022-07-07", "2022-10-12", "2022-02-30", "2021-01-01"), odd),
  indicator: fc.oneof(fc.constantFrom("above-scale-enterprises", "output", "tea"), odd),
  reading: fc.oneof(fc.constantFrom("new", "level", "rate", "sum"), odd),
  subject: fc.oneof(fc.constantFrom("steel", "food", "tea"), odd),
  page: odd,
};
const parameters = fc.array(
  fc.constantFrom(...Object.keys(values)).chain((name) => (values[name] ?? odd).map((value) => [name, value] as const)),
  { maxLength: 7 },
);
const path = fc.constantFrom(
  "/api/plans",
  "/api/plans/sample-2022",
  "/api/plans/sample-2022/progress",
  "/api/plans/sample-2022/departments",
  "/api/plans/sample-2022/subjects/steel",
  "/api/plans/sample-2022/subjects/%2e%2e",
  "/api/plans/sample-2022/trend",
  "/api/plans/sample-2022/reporting",
  "/api/plans/sample-2022/differences",
  "/api/plans/sample-2022%00",
  "/api/headlines",
  "/api/headlines/lights",
  "/api/health",
  "/api/ready",
);

test("whatever is asked, the answer is a figure or a sentence, never a fault", async () => {
  await fc.assert(
    fc.asyncProperty(path, parameters, async (address, asked) => {
      const query = asked.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
      const { statusCode, body, headers } = await opened.app.inject(`${address}?${query}`);
      expect([200, 400, 404, 422]).toContain(statusCode);
      expect(headers["content-type"]).toBe("application/json; charset=utf-8");
      const answer = JSON.parse(body);
      if (statusCode === 200) return;
      expect(answer).toEqual({
        code: expect.any(String),
        message: expect.stringMatching(/。$/),
        ...(answer.field === undefined ? {} : { field: expect.any(String) }),
      });
      expect(body).not.toMatch(/sqlite|select |stack|node_modules|\.ts\b/i);
    }),
    { numRuns: 1000 },
  );
});
