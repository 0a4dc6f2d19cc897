import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

const webRoot = mkdtempSync(join(tmpdir(), "beizeng-pages-"));
mkdirSync(join(webRoot, "assets"));
writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>pages</title>");
writeFileSync(join(webRoot, "assets", "main-abc123.js"), `export const text = "${"x".repeat(3000)}";`);

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()], { webRoot });
});
afterAll(async () => {
  await opened.dispose();
  rmSync(webRoot, { recursive: true });
});

describe("security headers stand on every response", () => {
  test.each([
    ["GET", "/", 200],
    ["GET", "/plans/sample-2022", 200],
    ["GET", "/assets/main-abc123.js", 200],
    ["GET", "/assets/none.js", 404],
    ["GET", "/api/plans", 200],
    ["GET", "/api/plans/sample-2022/progress?month=2022-09&horizon=2022-12", 200],
    ["GET", "/api/plans/sample-2022/progress", 400],
    ["GET", "/api/plans/none", 404],
    ["POST", "/api/plans", 405],
    ["GET", "/api/none", 404],
    ["GET", "/%zz", 400],
    ["GET", "/api/openapi.json", 200],
    ["GET", "/api/reference", 200],
    ["GET", "/api/reference.css", 200],
  ] as const)("%s %s %i", async (method, url, status) => {
    const { statusCode, headers } = await opened.app.inject({ method, url });
    expect(statusCode).toBe(status);
    const policy = String(headers["content-security-policy"]).split(/;\s*/);
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join(";")).not.toMatch(/https?:|upgrade-insecure-requests|unsafe-inline|unsafe-eval/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    // Plain http on an intranet: a browser told to upgrade would find nothing.
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
  });
});

describe("the pages", () => {
  test("one page for every address of theirs, asked for again each time", async () => {
    const response = await opened.app.inject("/plans/sample-2022/chains?month=2022-09");
    expect([response.statusCode, response.body]).toEqual([200, "<!doctype html><title>pages</title>"]);
    expect(response.headers["cache-control"]).toBe("no-cache");
  });

  test("hashed assets are kept for good and compressed", async () => {
    const response = await opened.app.inject({ url: "/assets/main-abc123.js", headers: { "accept-encoding": "gzip" } });
    expect(response.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(response.headers["content-encoding"]).toBe("gzip");
  });

  test.each(["/../package.json", "/..%2fpackage.json", "/assets/%2e%2e/%2e%2e/package.json", "/.env"])(
    "%s leads nowhere outside",
    async (url) => {
      const response = await opened.app.inject(url);
      expect(response.body).not.toContain("beizeng");
      expect([400, 403, 404]).toContain(response.statusCode);
    },
  );
});

describe("the reference page", () => {
  test("names every address and every form, and needs nothing from elsewhere", async () => {
    const page = (await opened.app.inject("/api/reference")).body;
    const document = (await opened.app.inject("/api/openapi.json")).json();
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="${name}"`);
    expect(page).not.toMatch(/<script|<style|style=|src="http|href="http/);
    expect((await opened.app.inject("/api/reference.css")).headers["content-type"]).toBe("text/css; charset=utf-8");
  });
});
