/** Replaying the audit rebuilds what the tables hold, and finds what was changed beside it. TRUST S3. */
import { findAuditChain } from "@beizeng/db";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { act, type Desk, step } from "./desk.ts";
import { planWithGrowth } from "./growth-plan.ts";
import { samplePlan } from "./sample-plan.ts";

const operations = 2000;
const seed = 20_221_009;
let opened: Awaited<ReturnType<typeof openTestLedger>>;

beforeAll(async () => {
  opened = await openTestLedger([planWithGrowth(), samplePlan("other-2022", "140501")]);
  const desk: Desk = { store: opened.store, open: [], accepted: [], counts: new Map() };
  const steps = fc.sample(step, { seed, numRuns: operations });
  for (const [place, drawn] of steps.entries()) {
    await act(desk, drawn, new Date(Date.UTC(2023, 0, 5, 1, place)).toISOString());
  }
});
afterAll(() => opened.dispose());

const rows = async (table: string) => Number((await opened.runRaw(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

test(`after ${operations} operations (seed ${seed}) every figure, target value, step of a month, extension, returned line and addition is built again from the audit`, async () => {
  const replayed = await replayAudit(opened.store);
  expect(replayed).toEqual({
    observations: await rows("observations"),
    targetValues: await rows("target_revisions"),
    monthMoves: await rows("month_moves"),
    extensions: await rows("extensions"),
    returnedLines: await rows("returned_lines"),
    notes: (await rows("notes")) + (await rows("note_steps")),
    // Each addition, and what it brought that has a month of its own.
    additions:
      (await rows("plan_edits")) +
      (await rows("subjects WHERE edit_id IS NOT NULL")) +
      (await rows("assignments WHERE edit_id IS NOT NULL")) +
      (await rows("light_rules WHERE edit_id IS NOT NULL")) +
      (await rows("entry_calendars WHERE edit_id IS NOT NULL")) +
      (await rows("appraisal_rules")) +
      (await rows("measures WHERE edit_id IS NOT NULL")) +
      (await rows("targets WHERE measure_id IN (SELECT id FROM measures WHERE edit_id IS NOT NULL)")),
    briefings: (await rows("briefings")) + (await rows("briefing_files")) + (await rows("briefing_skeletons")),
    differences: [],
  });
  // The sequence did what it is drawn for: figures, corrections of them, the bureau's beside them, targets set anew.
  expect(await rows("observations WHERE number = 1")).toBeGreaterThan(20);
  expect(await rows("observations WHERE number > 1")).toBeGreaterThan(100);
  expect(await rows("observations WHERE basis = 'statistics'")).toBeGreaterThan(5);
  expect(await rows("target_revisions WHERE revision > 1")).toBeGreaterThan(50);
  for (const move of ["close", "ask-reopening", "reopen", "keep-closed"]) {
    expect([move, await rows(`month_moves WHERE move = '${move}'`)]).toEqual([move, expect.toSatisfy((n) => n > 5)]);
  }
  expect(await rows("extensions WHERE department_id IS NULL")).toBeGreaterThan(5);
  expect(await rows("extensions WHERE department_id IS NOT NULL")).toBeGreaterThan(5);
  expect(await rows("returned_lines")).toBeGreaterThan(5);
  for (const kind of [
    "add-alias",
    "assign-unit",
    "add-subject",
    "add-measure",
    "add-light-rule",
    "add-entry-calendar",
    "add-appraisal-rule",
  ]) {
    expect([kind, await rows(`plan_edits WHERE kind = '${kind}'`)]).toEqual([kind, expect.toSatisfy((n) => n > 0)]);
  }
  expect(await findAuditChain(opened.store)).toMatchObject({ isWhole: true });
});

/** Lets the tables be changed as somebody with the file in hand would. */
async function change(sql: string, undo: string): Promise<readonly string[]> {
  for (const table of [
    "observations",
    "target_revisions",
    "month_moves",
    "extensions",
    "returned_lines",
    "light_rules",
  ]) {
    for (const way of ["update", "delete"]) await opened.runRaw(`DROP TRIGGER IF EXISTS ${table}_no_${way}`);
  }
  await opened.runRaw("PRAGMA foreign_keys = OFF");
  await opened.runRaw(sql);
  const { differences } = await replayAudit(opened.store);
  await opened.runRaw(undo);
  expect((await replayAudit(opened.store)).differences).toEqual([]);
  return differences;
}
const one = "(SELECT measure_id, basis, month, number FROM observations ORDER BY revision LIMIT 1)";
const ofOne = `(measure_id, basis, month, number) = ${one}`;

test.each([
  [
    "a figure",
    `UPDATE observations SET entries = entries + 1 WHERE entries IS NOT NULL AND revision = (SELECT min(revision) FROM observations WHERE entries IS NOT NULL)`,
    `UPDATE observations SET entries = entries - 1 WHERE entries IS NOT NULL AND revision = (SELECT min(revision) FROM observations WHERE entries IS NOT NULL)`,
  ],
  [
    "who accepted it",
    `UPDATE observations SET accepted_by = 'x' || accepted_by WHERE ${ofOne}`,
    `UPDATE observations SET accepted_by = substr(accepted_by, 2) WHERE ${ofOne}`,
  ],
  [
    "when it was reported",
    `UPDATE observations SET reported_at = '1' || substr(reported_at, 2) WHERE ${ofOne}`,
    `UPDATE observations SET reported_at = '2' || substr(reported_at, 2) WHERE ${ofOne}`,
  ],
  [
    "the value of a target",
    "UPDATE target_revisions SET digits = digits + 1 WHERE id = 3",
    "UPDATE target_revisions SET digits = digits - 1 WHERE id = 3",
  ],
  [
    "the month from which it holds",
    "UPDATE target_revisions SET from_month = '2019-' || substr(from_month, 6) WHERE id = 1",
    "UPDATE target_revisions SET from_month = '2021-' || substr(from_month, 6) WHERE id = 1",
  ],
  [
    "the hash of an edition",
    "UPDATE month_moves SET hash = 'x' || hash WHERE id = 1",
    "UPDATE month_moves SET hash = substr(hash, 2) WHERE id = 1",
  ],
  [
    "who reopened a month",
    "UPDATE month_moves SET actor = 'x' || actor WHERE id = (SELECT min(id) FROM month_moves WHERE move = 'reopen')",
    "UPDATE month_moves SET actor = substr(actor, 2) WHERE id = (SELECT min(id) FROM month_moves WHERE move = 'reopen')",
  ],
  [
    "a later due day",
    "UPDATE extensions SET due_on = '2024' || substr(due_on, 5) WHERE id = 1",
    "UPDATE extensions SET due_on = '2023' || substr(due_on, 5) WHERE id = 1",
  ],
  [
    "what was to be mended",
    "UPDATE returned_lines SET reason = 'x' || reason WHERE rowid = (SELECT min(rowid) FROM returned_lines)",
    "UPDATE returned_lines SET reason = substr(reason, 2) WHERE rowid = (SELECT min(rowid) FROM returned_lines)",
  ],
  [
    "the tolerance of a rule of lights",
    "UPDATE light_rules SET tolerance_percent = tolerance_percent + 1 WHERE id = (SELECT min(id) FROM light_rules WHERE edit_id IS NOT NULL)",
    "UPDATE light_rules SET tolerance_percent = tolerance_percent - 1 WHERE id = (SELECT min(id) FROM light_rules WHERE edit_id IS NOT NULL)",
  ],
])("%s that was changed in the tables alone is named", async (_, sql, undo) => {
  expect((await change(sql, undo)).length).toBeGreaterThan(0);
});

test("a figure that was taken out of the tables, and one that was put in, are named", async () => {
  await opened.runRaw("DROP TABLE IF EXISTS aside");
  await opened.runRaw(`CREATE TABLE aside AS SELECT * FROM observations WHERE ${ofOne}`);
  const taken = await change(
    "DELETE FROM observations WHERE revision IN (SELECT revision FROM aside) AND measure_id IN (SELECT measure_id FROM aside)",
    "INSERT INTO observations SELECT * FROM aside",
  );
  expect(taken).toEqual([expect.stringContaining("the audit has it, the store has not")]);
  const put = await change(
    "INSERT INTO observations SELECT measure_id, basis, month, 99, entries, exits, stock, amount, done_on, submission_id, reported_by, reported_at, accepted_by, known_at, revision, 'x', note FROM aside",
    "DELETE FROM observations WHERE number = 99",
  );
  expect(put).toEqual([expect.stringContaining("is in no row of the audit")]);
});
