import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
});
afterAll(() => opened.dispose());

const p = "/api/plans/sample-2022";
const good = "month=2022-09&horizon=2022-12";

describe("bad questions: status, code, field and what the sentence names", () => {
  test.each([
    ["/api/plans/nowhere", 404, "unknown-plan", "plan", "sample-2022"],
    [`/api/plans/nowhere/progress?${good}`, 404, "unknown-plan", "plan", "sample-2022"],
    ["/api/plans/UPPER", 400, "malformed-parameter", "plan", "小写字母"],
    [`${p}?month=2022-09`, 400, "unknown-parameter", "month", "没有参数 month"],
    [`${p}/progress?horizon=2022-12`, 400, "missing-parameter", "month", "2022-09"],
    [`${p}/progress?month=2022-09`, 400, "missing-parameter", "horizon", "standing"],
    [`${p}/progress?${good}&mnoth=2022-01`, 400, "unknown-parameter", "mnoth", "month, horizon, basis, asKnownOn"],
    [`${p}/progress?month=2022-9&horizon=2022-12`, 400, "malformed-parameter", "month", "YYYY-MM"],
    [`${p}/progress?month=2022-13&horizon=2022-12`, 400, "malformed-parameter", "month", "YYYY-MM"],
    [`${p}/progress?month=&horizon=2022-12`, 400, "malformed-parameter", "month", "YYYY-MM"],
    [`${p}/progress?month=2022-09&month=2022-10&horizon=2022-12`, 400, "malformed-parameter", "month", "YYYY-MM"],
    [`${p}/progress?month=2021-11&horizon=2022-12`, 422, "month-out-of-range", "month", "2021-12 — 2022-10"],
    [`${p}/progress?month=2022-11&horizon=2022-12`, 422, "month-out-of-range", "month", "2021-12 — 2022-10"],
    [`${p}/progress?month=2022-09&horizon=2024-12`, 404, "unknown-horizon", "horizon", "2022-12, 2025-12, standing"],
    [`${p}/progress?month=2022-09&horizon=never`, 400, "malformed-parameter", "horizon", "standing"],
    [`${p}/progress?${good}&basis=guess`, 400, "malformed-parameter", "basis", "department, statistics"],
    [`${p}/progress?${good}&asKnownOn=2022-10`, 400, "malformed-parameter", "asKnownOn", "YYYY-MM-DD"],
    [`${p}/progress?${good}&asKnownOn=2022-02-30`, 422, "day-out-of-range", "asKnownOn", "2022-02-01 — 2022-10-12"],
    [`${p}/progress?${good}&asKnownOn=2022-01-31`, 422, "day-out-of-range", "asKnownOn", "2022-02-01 — 2022-10-12"],
    [`${p}/progress?${good}&asKnownOn=2022-10-13`, 422, "day-out-of-range", "asKnownOn", "2022-02-01 — 2022-10-12"],
    [`${p}/departments?${good}&attribution=half`, 400, "malformed-parameter", "attribution", "full, shared, lead"],
    [`${p}/departments?month=2022-09&horizon=2023-12`, 404, "unknown-horizon", "horizon", "2022-12"],
    [`${p}/subjects/mining?month=2022-09`, 404, "unknown-subject", "subject", "headline, steel, food, service"],
    [`${p}/subjects/steel`, 400, "missing-parameter", "month", "YYYY-MM"],
    [`${p}/subjects/steel?month=2021-01`, 422, "month-out-of-range", "month", "2021-12"],
    [`${p}/trend?from=2022-01&to=2022-09`, 400, "missing-parameter", "horizon", "standing"],
    [`${p}/trend?from=2022-09&to=2022-01&horizon=2022-12`, 422, "months-reversed", "to", "2022-09"],
    [`${p}/trend?from=2020-01&to=2022-01&horizon=2022-12`, 422, "month-out-of-range", "from", "2021-12"],
    [`${p}/trend?from=2022-01&to=2032-01&horizon=2022-12`, 422, "month-out-of-range", "to", "2022-10"],
    [
      `${p}/trend?from=2022-01&to=2022-09&horizon=2022-12&indicator=tea`,
      404,
      "unknown-indicator",
      "indicator",
      "output",
    ],
    [
      `${p}/trend?from=2022-01&to=2022-09&horizon=2022-12&reading=sum`,
      400,
      "malformed-parameter",
      "reading",
      "annual-growth",
    ],
    [`${p}/trend?from=2022-01&to=2022-09&horizon=2022-12&subject=tea`, 404, "unknown-subject", "subject", "steel"],
    [`${p}/reporting`, 400, "missing-parameter", "month", "YYYY-MM"],
    [`${p}/reporting?month=2022-12`, 422, "month-out-of-range", "month", "2022-10"],
    ["/api/headlines?reading=new&horizon=2022-12&month=2022-09", 400, "missing-parameter", "indicator", "indicator"],
    [
      "/api/headlines?indicator=tea&reading=new&horizon=2022-12&month=2022-09",
      404,
      "unknown-headline",
      undefined,
      "above-scale-enterprises new 2022-12",
    ],
    [
      "/api/headlines?indicator=above-scale-enterprises&reading=new&horizon=2022-12&month=2021-12",
      422,
      "month-out-of-range",
      "month",
      "2021-12",
    ],
    ["/api/nothing", 404, "unknown-path", undefined, "/api/nothing"],
    ["/assets/nothing.js", 404, "unknown-path", undefined, "/assets/nothing.js"],
    ["/api/plans/%E0%A4%A", 400, "malformed-request", undefined, "请求"],
  ])("%s", async (url, status, code, field, named) => {
    const response = await opened.app.inject(url);
    expect([response.statusCode, response.json().code, response.json().field]).toEqual([status, code, field]);
    expect(response.json().message).toContain(named);
    expect(response.headers["content-type"]).toBe("application/json; charset=utf-8");
  });

  test("a long value is cut, and nothing of it is markup", async () => {
    const response = await opened.app.inject(`/api/${"x".repeat(5000)}`);
    expect(response.statusCode).toBe(404);
    expect(response.json().message.length).toBeLessThan(120);
  });
});

describe("the language of a refusal", () => {
  test.each([
    [undefined, "没有方案"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "没有方案"],
    ["en-GB,en;q=0.9,zh;q=0.8", "There is no plan"],
    ["fr", "没有方案"],
  ])("Accept-Language %s", async (language, words) => {
    const headers = language === undefined ? {} : { "accept-language": language };
    const response = await opened.app.inject({ url: "/api/plans/nowhere", headers });
    expect(response.json().message).toContain(words);
    expect(response.headers.vary).toContain("accept-language");
  });
});

describe("methods", () => {
  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const)(
    "%s is refused and says what is allowed",
    async (method) => {
      for (const url of [
        "/api/plans",
        "/api/plans/sample-2022",
        `${p}/progress?${good}`,
        "/api/health",
        "/api/openapi.json",
      ]) {
        const response = await opened.app.inject({
          method,
          url,
          payload: "<xml>",
          headers: { "content-type": "text/xml" },
        });
        expect([url, response.statusCode, response.headers.allow]).toEqual([url, 405, "GET, HEAD"]);
        expect(response.json().code).toBe("method-not-allowed");
      }
    },
  );

  test("HEAD answers as GET does, without a body", async () => {
    const response = await opened.app.inject({ method: "HEAD", url: `${p}/progress?${good}` });
    expect([response.statusCode, response.body]).toEqual([200, ""]);
  });

  test("nothing was written by any of it", async () => {
    expect((await opened.app.inject("/api/health")).json().revision).toBe(1);
  });
});

test("a bug says its request id alone", async () => {
  const broken = await openTestApp([samplePlan()]);
  await broken.store.close();
  const response = await broken.app.inject("/api/plans");
  expect(response.statusCode).toBe(500);
  expect(response.json()).toEqual({
    code: "internal",
    message: expect.stringContaining(response.json().requestId),
    requestId: expect.any(String),
  });
  expect(response.body).not.toMatch(/store|sqlite|\/|select/i);
  await broken.dispose();
});
