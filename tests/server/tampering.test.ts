/** Whoever has the file in hand cannot change the audit unseen: the chain breaks, or the printed anchor does not fit. TRUST S4. */
import { copyFileSync, rmSync } from "node:fs";
import { type AuditAnchor, findAuditChain, openReader } from "@beizeng/db";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditHash } from "../../db/src/queries/audit-rows.ts";
import { openTestLedger } from "../helpers/app.ts";
import { act, type Desk, step } from "./desk.ts";
import { samplePlan } from "./sample-plan.ts";

const tamperings = 200;
let folder: string;
let whole: string;
let older: string;
let anchor: AuditAnchor;
let rowsOfOlder: number;
let dispose: () => Promise<void>;

/** A copy of the file with all that its log still holds. */
function copyOf(file: string, to: string): string {
  const raw = new Database(file);
  raw.pragma("wal_checkpoint(TRUNCATE)");
  raw.close();
  copyFileSync(file, to);
  return to;
}

beforeAll(async () => {
  const opened = await openTestLedger([samplePlan(), samplePlan("other-2022", "140501")]);
  dispose = opened.dispose;
  folder = opened.file;
  const desk: Desk = { store: opened.store, open: [], accepted: [], counts: new Map() };
  const steps = fc.sample(step, { seed: 7, numRuns: 160 });
  for (const [place, drawn] of steps.entries()) {
    if (place === 60) older = copyOf(opened.file, `${opened.file}.older`);
    await act(desk, drawn, new Date(Date.UTC(2023, 0, 5, 1, place)).toISOString());
  }
  whole = copyOf(opened.file, `${opened.file}.whole`);
  anchor = await anchorOf(whole);
  rowsOfOlder = (await anchorOf(older)).rows;
});
afterAll(() => dispose());

async function anchorOf(file: string): Promise<AuditAnchor> {
  const chain = await replay(file, null);
  if (!chain.isWhole) throw new Error(`${file} is broken at ${chain.brokenAt}`);
  return { rows: chain.rows, hash: chain.hash };
}

async function replay(file: string, against: AuditAnchor | null) {
  const reader = openReader(file);
  try {
    return await findAuditChain(reader, against);
  } finally {
    reader.close();
  }
}

type Row = Parameters<typeof auditHash>[0] & { hash: string };

/** Writes the hashes of all rows from one on anew, as a forger would who knows how they are made. */
function rehash(raw: Database.Database, from: number) {
  const all = raw
    .prepare<[], Row>(
      "SELECT id, revision, at, actor, actor_role AS actorRole, action, entity, payload, previous_hash AS previousHash, hash FROM audit_rows ORDER BY id",
    )
    .all();
  let previousHash = "0".repeat(64);
  for (const row of all) {
    if (row.id >= from) {
      row.previousHash = previousHash;
      row.hash = auditHash(row);
      raw.prepare("UPDATE audit_rows SET previous_hash = ?, hash = ? WHERE id = ?").run(previousHash, row.hash, row.id);
    }
    previousHash = row.hash;
  }
}

const columns = ["at", "actor", "action", "entity", "payload", "previous_hash", "hash"] as const;
const insertion =
  "INSERT INTO audit_rows SELECT ?, NULL, at, actor, actor_role, action, entity, payload, previous_hash, hash FROM audit_rows WHERE id = ?";

/** What is done to a copy; `row` and `other` are two of its rows, the last excluded. */
const ways = {
  change: (raw: Database.Database, row: number, other: number) => {
    const column = columns[other % columns.length] ?? "actor";
    const text = String(raw.prepare(`SELECT ${column} FROM audit_rows WHERE id = ?`).pluck().get(row));
    const last = text.slice(-1) === "1" ? "2" : "1";
    const changed =
      column === "payload" ? '{"plan":"other"}' : column === "at" ? text.replace(/^2/, "3") : text.slice(0, -1) + last;
    raw.prepare(`UPDATE audit_rows SET ${column} = ? WHERE id = ?`).run(changed, row);
  },
  delete: (raw: Database.Database, row: number) => {
    raw.prepare("DELETE FROM audit_rows WHERE id = ?").run(row);
  },
  "delete and close up": (raw: Database.Database, row: number) => {
    raw.prepare("DELETE FROM audit_rows WHERE id = ?").run(row);
    const ids = raw.prepare<[number], number>("SELECT id FROM audit_rows WHERE id > ? ORDER BY id").pluck().all(row);
    for (const id of ids) raw.prepare("UPDATE audit_rows SET id = ? WHERE id = ?").run(id - 1, id);
  },
  insert: (raw: Database.Database, row: number) => {
    const ids = raw
      .prepare<[number], number>("SELECT id FROM audit_rows WHERE id >= ? ORDER BY id DESC")
      .pluck()
      .all(row);
    for (const id of ids) raw.prepare("UPDATE audit_rows SET id = ? WHERE id = ?").run(id + 1, id);
    raw.prepare(insertion).run(row, row + 1);
  },
  "insert before the first": (raw: Database.Database, row: number, other: number) => {
    raw.prepare(insertion).run(-other, row);
  },
  "add at the end": (raw: Database.Database, row: number) => {
    raw.prepare(insertion).run(anchor.rows + 1, row);
  },
  reorder: (raw: Database.Database, row: number, other: number) => {
    const to = other === row ? row + 1 : other;
    for (const [id, next] of [
      [row, 1e9],
      [to, row],
      [1e9, to],
    ] as const) {
      raw.prepare("UPDATE audit_rows SET id = ? WHERE id = ?").run(next, id);
    }
  },
  "cut the tail": (raw: Database.Database, row: number) => {
    raw.prepare("DELETE FROM audit_rows WHERE id > ?").run(row);
  },
  "write anew with good hashes": (raw: Database.Database, row: number) => {
    raw.prepare("UPDATE audit_rows SET actor = actor || '2' WHERE id = ?").run(row);
    rehash(raw, row);
  },
  "delete and write anew": (raw: Database.Database, row: number) => {
    ways["delete and close up"](raw, row);
    rehash(raw, row);
  },
} as const;
const kinds = Object.keys(ways) as (keyof typeof ways)[];
/** What keeps a chain that follows from row to row: only the anchor shows it. */
const byAnchorAlone: readonly string[] = ["cut the tail", "write anew with good hashes", "delete and write anew"];

test("the file as it is fits its anchor, and an anchor that was printed before", async () => {
  expect(anchor.rows).toBeGreaterThan(60);
  expect(await replay(whole, anchor)).toMatchObject({ isWhole: true, rows: anchor.rows });
  expect(await replay(whole, await anchorOf(older))).toMatchObject({ isWhole: true });
});

test(`${tamperings} tamperings are found, every one`, async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.integer({ min: 1, max: anchor.rows - 1 }),
      fc.integer({ min: 1, max: anchor.rows - 1 }),
      async (kind, row, other) => {
        const file = `${folder}.tampered`;
        copyFileSync(whole, file);
        const raw = new Database(file);
        raw.pragma("foreign_keys = OFF");
        for (const way of ["update", "delete"]) raw.exec(`DROP TRIGGER audit_rows_no_${way}`);
        ways[kind](raw, row, other);
        raw.close();
        const [alone, anchored] = [await replay(file, null), await replay(file, anchor)];
        for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
        expect(anchored.isWhole, "found with the anchor").toBe(false);
        expect(alone.isWhole, "found without it").toBe(byAnchorAlone.includes(kind));
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      },
    ),
    { numRuns: tamperings },
  );
  expect([...seen.keys()].toSorted()).toEqual(kinds.toSorted());
});

test("an older file shows by the anchor, at the first row that it does not have", async () => {
  expect(await replay(older, null)).toMatchObject({ isWhole: true });
  expect(await replay(older, anchor)).toEqual({ isWhole: false, fault: "missing", brokenAt: rowsOfOlder + 1 });
});
