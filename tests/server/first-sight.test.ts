import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withFirstSight } from "../../server/src/plugins/first-sight.ts";
import type { Progress } from "../../web/src/api/types.ts";
import { openTestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

const built = '<!doctype html><html lang="zh-CN"><body><div id="root"></div></body></html>';
const webRoot = mkdtempSync(join(tmpdir(), "beizeng-pages-"));
beforeAll(() => writeFileSync(join(webRoot, "index.html"), built));
afterAll(() => rmSync(webRoot, { recursive: true }));

const plan = samplePlan();
const asked = "plan=sample-2022&month=2022-06&horizon=2022-12";
const progress = "/api/plans/sample-2022/progress?month=2022-06&horizon=2022-12";
/** As a browser reads it, but for what is escaped. */
const sentenceIn = (page: string) => /<h1>(.*)<\/h1>/.exec(page)?.[1]?.replaceAll(/<\/?span[^>]*>/g, "") ?? null;

test("the month's sentence stands in the page, in the language of the address", async () => {
  const opened = await openTestApp([plan], { webRoot, kind: "demonstration" });
  try {
    const { summary } = (await opened.app.inject(progress)).json<Progress>();
    expect(summary.zh).not.toBe("");
    const page = await opened.app.inject(`/overview?${asked}`);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["cache-control"]).toBe("private, no-cache");
    expect(page.headers.etag).toBeUndefined();
    expect(sentenceIn(page.body)).toBe(summary.zh);
    expect(page.body).toContain("演示数据，不得引用");
    const english = await opened.app.inject(`/overview?lang=en&${asked}`);
    expect(sentenceIn(english.body)).toBe(summary.en);
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain("Demonstration data, not to be quoted");
  } finally {
    await opened.dispose();
  }
});

test("in production it stands there for who may read figures alone, and nothing calls it a demonstration", async () => {
  const opened = await openTestApp([plan], { webRoot, kind: "production" });
  try {
    const sentenceFor = async (headers: Record<string, string>) => {
      const page = await opened.app.inject({ url: `/overview?${asked}`, headers });
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain("演示");
      return sentenceIn(page.body);
    };
    const leader = await opened.as("leader");
    const { summary } = (await opened.app.inject({ url: progress, headers: leader })).json<Progress>();
    expect(await sentenceFor(leader)).toBe(summary.zh);
    expect(await sentenceFor({})).toBeNull();
    expect(await sentenceFor(await opened.as("admin"))).toBeNull();
  } finally {
    await opened.dispose();
  }
});

test.each([
  ["an address that names no month", "plan=sample-2022&horizon=2022-12"],
  ["a plan that there is not", "plan=nowhere&month=2022-06&horizon=2022-12"],
  ["a month that is none", `plan=sample-2022&month=2022-13&horizon=2022-12`],
])("%s gets the page as it was built", async (_, query) => {
  const opened = await openTestApp([plan], { webRoot, kind: "demonstration" });
  try {
    const page = await opened.app.inject(`/overview?${query}`);
    expect([page.statusCode, page.body]).toEqual([200, built]);
  } finally {
    await opened.dispose();
  }
});

test("a sentence is text, whatever stands in it", () => {
  const hostile = `<script>&"'$&$1`;
  const page = withFirstSight(built, { summary: { zh: hostile, en: "" }, isDemonstration: false }, "zh");
  expect(sentenceIn(page)).toBe("&lt;script&gt;&amp;&quot;&#39;$&amp;$1");
});
