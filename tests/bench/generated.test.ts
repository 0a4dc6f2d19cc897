/** A bench that measures wrong answers is worthless: the product's answers on generated data, worked out by hand. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@beizeng/db";
import { buildApp } from "@beizeng/server/app.ts";
import type { Headlines } from "@beizeng/server/contract/headlines.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import { verify } from "@beizeng/server/verify.ts";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchDay, makeWorkspace } from "./generator/workspace.ts";
import { progress } from "./plain/answers.ts";
import { prepareStatements } from "./plain/statements.ts";

const folder = mkdtempSync(join(tmpdir(), "beizeng-generated-"));
const file = join(folder, "two-counties.sqlite");
let store: Store;
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  await makeWorkspace(file, 2);
  store = await openStore({ engine: "sqlite", file, now: () => `${benchDay}T00:00:00.000Z`, migrate: false });
  const clock = { now: () => `${benchDay}T00:00:00.000Z`, today: () => benchDay, webRoot: null, isLogged: false };
  app = await buildApp({ store, build: "bench", kind: "demonstration", ...clock });
});

afterAll(async () => {
  await app.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

async function asked<Answer>(url: string): Promise<Answer> {
  const response = await app.inject(url);
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

const progressOf = (county: string) =>
  asked<Progress>(`/api/plans/${county}-2022/progress?month=2026-09&horizon=2027-12`);

/** September 2026 is month 57 of the generated 60; a plan to 2027-12 has 72. */
describe("figures of generated counties in 2026-09, to 2027-12", () => {
  it.each([
    // pace 60 + (37 + 3 × 23) mod 81 = 85; ⌊18 × 57 × 85 / 7200⌋
    ["c0001", "chain-3.above-scale-industry.new.2027-12", 12, 18],
    // pace 62; entries ⌊90 × 57 × 62 × 11 / 72000⌋ = 48, exits ⌊48 / 11⌋ = 4
    ["c0001", "chain-2.small-and-micro.net.2027-12", 44, 90],
    // pace 97; ⌊72 × 57 × 97 / 7200⌋
    ["c0001", "chain-0.matchmaking.cumulative.2027-12", 55, 72],
    // pace 134; year to date 28.39, all of 2025 34.29, its first nine months 25.71
    ["c0002", "chain-0.output.level.2027-12", 36.97, 36],
  ])("%s %s", async (county, target, achieved, value) => {
    const { chains } = await progressOf(county);
    const found = chains.flatMap(({ assessments }) => assessments).find((assessment) => assessment.target === target);
    expect([found?.achieved.value, found?.targetValue.value]).toEqual([achieved, value]);
  });

  it("adds up a county's headline from its ten chains: 6+11+7+12+17+24+15+22+31+17 of 225", async () => {
    const { headline } = await progressOf("c0001");
    const [firms] = headline.flatMap(({ assessments }) => assessments);
    expect([firms?.achieved.value, firms?.targetValue.value, firms?.rollUp?.partsReported]).toEqual([162, 225, 10]);
  });

  it("has the same headline among all places, from the derived rows", async () => {
    const question = "indicator=above-scale-industry&reading=new&horizon=2027-12&month=2026-09";
    const { rows } = await asked<Headlines>(`/api/headlines?${question}`);
    expect(rows.map(({ plan }) => plan)).toEqual(["c0001-2022", "c0002-2022"]);
    expect(rows[0]?.achieved.value).toBe(162);
  });

  it("has what accepted reports leave behind: 60 months of 40 values a county, an unbroken audit", async () => {
    const database = new Database(file, { readonly: true });
    const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count("observations"), count("submissions"), count("submission_moves")]).toEqual([4800, 120, 240]);
    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    database.close();
    // Four headline targets a county: 24 months of the two to 2023-12, and to the running month 61 of the two to 2027-12.
    expect(await verify(store, benchDay)).toEqual({ rows: 340, editions: 0, auditRows: 241, differences: [] });
  });
});

describe("the hand-written answers that the product is measured against", () => {
  it("reach the same figures", async () => {
    const database = new Database(file, { readonly: true });
    const plain: Progress = JSON.parse(progress(prepareStatements(database), "c0002-2022", "2026-09", "2027-12"));
    database.close();
    const achieved = ({ headline, chains }: Progress) =>
      [...headline, ...chains].flatMap(({ assessments }) => assessments.map((one) => [one.target, one.achieved.value]));
    const expected = achieved(await progressOf("c0002"));
    expect(expected).toHaveLength(42);
    expect(achieved(plain)).toEqual(expected);
  });
});
