import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  findLedgerRevision,
  findPlanBook,
  findPlans,
  findWorkspace,
  openStore,
  type Store,
  type StoreProblem,
} from "@beizeng/db";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { plansFolder } from "@beizeng/seeds/plan-document.ts";
import { prepareWorkspace, type WorkspacePlace, WorkspaceRefusal } from "@beizeng/seeds/workspace.ts";
import { reviseTarget } from "@beizeng/server/actions/revise-target.ts";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const now = () => "2026-01-05T01:00:00.000Z";
const smallest = "wenshang-2022.json";
let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beizeng-workspace-"));
  said = [];
  mkdirSync(join(folder, "plans"));
  cpSync(join(plansFolder, smallest), join(folder, "plans", smallest));
});
afterEach(() => rmSync(folder, { recursive: true }));

const placeOf = (kind: WorkspaceKind): WorkspacePlace => ({
  kind,
  dataDirectory: join(folder, "data"),
  file: join(folder, "data", `${kind}.sqlite`),
  plans: join(folder, "plans"),
});
const prepare = (place: WorkspacePlace) => prepareWorkspace(place, now, (line) => said.push(line));

async function inStore<Answer>({ file }: WorkspacePlace, use: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await openStore({ engine: "sqlite", file, now, migrate: false });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const revisionOf = (place: WorkspacePlace) => inStore(place, findLedgerRevision);
const plansOf = (place: WorkspacePlace) =>
  inStore(place, async (store) => (await findPlans(store)).map(({ key }) => key));

/** Changes a target's value in the plan's file: another document than the one loaded. */
function changePlan(): void {
  const file = join(folder, "plans", smallest);
  writeFileSync(file, readFileSync(file, "utf8").replace('"value": 37', '"value": 38'));
}

describe("a production workspace", () => {
  test("holds the policy data, no invented row and no account", async () => {
    const place = placeOf("production");
    await prepare(place);
    expect(await inStore(place, findWorkspace)).toMatchObject({ kind: "production", today: null });
    expect(await plansOf(place)).toEqual(["wenshang-2022"]);
    const raw = new Database(place.file, { readonly: true });
    const tables = raw.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    const rows = (table: string) => raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
    for (const table of ["observations", "submissions", "submission_moves", "submission_lines"]) {
      expect([table, rows(table)]).toEqual([table, 0]);
    }
    expect(tables.filter((table) => /account|session|user/.test(table) && rows(table) !== 0)).toEqual([]);
    expect(raw.prepare("SELECT DISTINCT actor FROM audit_rows").pluck().all()).toEqual(["system"]);
    raw.close();
  });

  test("a second time nothing is written; a new plan is loaded beside the old", async () => {
    const place = placeOf("production");
    await prepare(place);
    const revision = await revisionOf(place);
    await prepare(place);
    expect(await revisionOf(place)).toBe(revision);
    cpSync(join(plansFolder, "jincheng-2023.json"), join(folder, "plans", "jincheng-2023.json"));
    await prepare(place);
    expect(await revisionOf(place)).toBe(revision + 1);
    expect(await plansOf(place)).toEqual(["wenshang-2022", "jincheng-2023"]);
  });

  test("a plan file that was changed is refused by name, and nothing is written", async () => {
    const place = placeOf("production");
    await prepare(place);
    const revision = await revisionOf(place);
    changePlan();
    await expect(prepare(place)).rejects.toThrow(WorkspaceRefusal);
    await expect(prepare(place)).rejects.toThrow(/wenshang-2022/);
    expect(await revisionOf(place)).toBe(revision);
  });
});

describe("a production plan that the office revised", () => {
  test("stands at the next start, whether its file is as before or another", async () => {
    const place = placeOf("production");
    await prepare(place);
    const revised = await inStore(place, async (store) => {
      const targets = (await findPlanBook(store, "wenshang-2022"))?.targets ?? [];
      const target = targets.find(({ reading, comparator }) => reading !== "done" && comparator !== "range");
      const { value } = target?.revisions[0] ?? {};
      if (target === undefined || value === undefined) throw new Error("no target that can be revised");
      const said = { target: target.key, from: target.origin, value: String(value.digits + 1), reason: "任务增加" };
      const actor = { id: "office", role: "office", departments: [] } as const;
      const answer = await reviseTarget(store, { actor, now: now(), plan: "wenshang-2022", ...said });
      expect(answer).toMatchObject({ ok: true });
      return target.key;
    });
    const valueNow = () =>
      inStore(place, async (store) => {
        const book = await findPlanBook(store, "wenshang-2022");
        return book?.targets.find(({ key }) => key === revised)?.revisions.at(-1);
      });
    const standing = await valueNow();
    const revision = await revisionOf(place);
    await prepare(place);
    expect(said).toEqual([]);
    changePlan();
    await prepare(place);
    expect(said.join()).toMatch(/wenshang-2022 已在本库中调整过/);
    expect(await valueNow()).toEqual(standing);
    expect(await revisionOf(place)).toBe(revision);
  });
});

describe("the demonstration", () => {
  test("is made once, in a file of its own", async () => {
    const place = placeOf("demonstration");
    await prepare(place);
    expect(said).toHaveLength(1);
    expect(await inStore(place, findWorkspace)).toMatchObject({ kind: "demonstration", today: "2025-10-12" });
    const revision = await revisionOf(place);
    expect(revision).toBeGreaterThan(50);
    await prepare(place);
    expect(said).toHaveLength(1);
    expect(await revisionOf(place)).toBe(revision);
    expect(readdirSync(place.dataDirectory).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("what a killed creation left is no workspace, and is cleared away", async () => {
    const place = placeOf("demonstration");
    const unfinished = `${place.file}.unfinished`;
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, "demonstration.sqlite"), "half a page", { mode: 0o600 });
    await prepare(place);
    expect(await inStore(place, findWorkspace)).toMatchObject({ kind: "demonstration" });
    expect(existsSync(unfinished)).toBe(false);
  });

  test("is not begun beside another process that is at it", async () => {
    const place = placeOf("demonstration");
    const unfinished = `${place.file}.unfinished`;
    mkdirSync(unfinished, { recursive: true });
    const other = await openStore({
      engine: "sqlite",
      file: join(unfinished, "demonstration.sqlite"),
      now,
      migrate: true,
    });
    await expect(prepare(place)).rejects.toMatchObject({ code: "file-in-use" } satisfies Partial<StoreProblem>);
    expect(existsSync(place.file)).toBe(false);
    await other.close();
  });

  test("made of other plans it is kept aside and made anew", async () => {
    const place = placeOf("demonstration");
    await prepare(place);
    changePlan();
    await prepare(place);
    expect(said[1]).toMatch(/wenshang-2022/);
    expect(existsSync(join(place.dataDirectory, "before-demonstration.sqlite"))).toBe(true);
    expect(await inStore(place, findWorkspace)).toMatchObject({ kind: "demonstration" });
  });

  test("never takes a production workspace for itself", async () => {
    const production = placeOf("production");
    await prepare(production);
    const mistaken = { ...production, kind: "demonstration" as const };
    await expect(prepare(mistaken)).rejects.toThrow(/不是演示库/);
  });
});

describe("prepare-workspace.ts", () => {
  const run = (mode: string, environment: Record<string, string>) =>
    spawnSync(process.execPath, ["--import", "tsx", join(root, "seeds/src/prepare-workspace.ts"), mode], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ...environment },
    });

  test.each([
    ["an unknown mode", "play", {}, /请写明 demo 或 serve.*Say demo or serve/],
    ["an empty DATA_DIR", "serve", { DATA_DIR: " " }, /DATA_DIR 不能为空/],
    ["a DATA_DIR below a file", "serve", { DATA_DIR: join(plansFolder, smallest, "data") }, /DATA_DIR.*cannot be made/],
  ])(
    "refuses %s in one sentence of each language",
    (_, mode, environment, sentence) => {
      const { status, stdout, stderr } = run(mode, environment);
      expect(stderr).toMatch(sentence);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect([status, stdout]).toEqual([1, ""]);
    },
    60_000,
  );
});
