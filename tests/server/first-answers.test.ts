import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roles } from "@beizeng/db/vocabulary";
import { expect, test } from "vitest";
import { may } from "../../server/src/domain/access.ts";
import { firstAsked, linkTo } from "../../server/src/plugins/first-answers.ts";
import { openTestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

const asked = "plan=gaoping-2022&month=2024-06&horizon=2025-12";
const addressesIn = (link: string) => [...link.matchAll(/<([^>]*)>/g)].map(([, address]) => address);

const firstAnswers = (url: string, mayReadFigures: boolean) => linkTo(firstAsked(url, mayReadFigures));

const [session, plans] = ["/api/session", "/api/plans"];

test.each([
  ["/", true, [session, plans]],
  ["/", false, [session]],
  [`/overview?${asked}`, false, [session]],
  [`/overview?${asked}`, true, [session, plans, `/api/plans/gaoping-2022/progress?month=2024-06&horizon=2025-12`]],
  // In the order in which the pages ask, whatever the order of the address, and nothing else of it.
  [
    "/overview?asKnownOn=2024-08-01&lang=en&horizon=2025-12&basis=statistics&month=2024-06&plan=gaoping-2022",
    true,
    [
      session,
      plans,
      `/api/plans/gaoping-2022/progress?month=2024-06&horizon=2025-12&basis=statistics&asKnownOn=2024-08-01`,
    ],
  ],
  ["/overview?plan=gaoping-2022", true, [session, plans]],
  [`/chain?${asked}`, true, [session, plans]],
  ["//[", true, [session, plans]],
  // A wall may be open to nobody in particular, and asks for one answer of its own.
  [`/wall?${asked}`, true, [session]],
])("%s, figures readable: %s", (url, mayReadFigures, expected) => {
  expect(addressesIn(firstAnswers(url, mayReadFigures))).toEqual(expected);
});

test("nothing on an address ends the header or begins another value", () => {
  const hostile = "/overview?plan=a%3E%3B%20rel%3Dx%2C%3C%0D%0Ab&month=%3E%0D%0A&horizon=%22";
  const link = firstAnswers(hostile, true);
  expect(link).toMatch(/^[!-;=?-~<> ]*$/);
  expect(addressesIn(link)).toHaveLength(3);
});

test.each(["demonstration", "production"] as const)(
  "in a %s only who would be told figures is told to ask for them",
  async (kind) => {
    const webRoot = mkdtempSync(join(tmpdir(), "beizeng-pages-"));
    writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>pages</title>");
    const opened = await openTestApp([samplePlan()], { webRoot, kind });
    try {
      const asksPlans = async (headers: Record<string, string>) => {
        const { statusCode, headers: told } = await opened.app.inject({ url: "/overview", headers });
        expect(statusCode).toBe(200);
        const isToldTo = addressesIn(String(told.link)).includes(plans);
        // What it is told to ask is never refused.
        expect((await opened.app.inject({ url: plans, headers })).statusCode === 200).toBe(isToldTo);
        return isToldTo;
      };
      expect(await asksPlans({})).toBe(kind === "demonstration");
      for (const role of roles.filter((each) => each !== "system")) {
        expect([role, await asksPlans(await opened.as(role))]).toEqual([role, may(role, "read-figures")]);
      }
    } finally {
      await opened.dispose();
      rmSync(webRoot, { recursive: true });
    }
  },
);
