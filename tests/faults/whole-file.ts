/** What must hold of a store's file after whatever was done to the process or the machine. */
import { findAuditChain, openReader } from "@beizeng/db";
import type { Database } from "better-sqlite3";
import { expect } from "vitest";

const counted = {
  "ledger revisions without their audit row":
    "ledger_revisions r WHERE (SELECT count(*) FROM audit_rows a WHERE a.revision = r.revision) <> 1",
  "audit rows of no ledger revision":
    "audit_rows a WHERE a.revision IS NOT NULL AND a.revision NOT IN (SELECT revision FROM ledger_revisions)",
  "values of no ledger revision": "observations WHERE revision NOT IN (SELECT revision FROM ledger_revisions)",
  "submissions without a move": "submissions WHERE id NOT IN (SELECT submission_id FROM submission_moves)",
  "submissions without a line": "submissions WHERE id NOT IN (SELECT submission_id FROM submission_lines)",
  "moves without their audit row":
    "submission_moves m WHERE NOT EXISTS (SELECT 1 FROM audit_rows a WHERE a.revision = m.revision)",
  "accepted submissions without a value":
    "submission_moves m WHERE m.move = 'accept' AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.revision = m.revision)",
} as const;

/** Expects an open file to be sound, and no value to stand in it without its row of the audit. */
export function expectSound(database: Database): void {
  expect(database.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(database.pragma("foreign_key_check")).toEqual([]);
  const found = Object.entries(counted).map(([name, sql]) => [
    name,
    database.prepare(`SELECT count(*) FROM ${sql}`).pluck().get(),
  ]);
  expect(found).toEqual(Object.keys(counted).map((name) => [name, 0]));
}

/** Expects the audit's chain of a file to be whole. */
export async function expectWholeChain(file: string): Promise<void> {
  const reader = openReader(file);
  try {
    expect(await findAuditChain(reader)).toMatchObject({ isWhole: true });
  } finally {
    reader.close();
  }
}
