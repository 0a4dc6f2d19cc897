import { desc } from "drizzle-orm";
import { reading } from "../statement.ts";
import type { Reader } from "../store.ts";
import { auditHash, findAuditRows, firstPreviousHash } from "./audit-rows.ts";

/** What a chain is pinned by outside the store: how many rows it had, and the hash of the last of them. */
export type AuditAnchor = { rows: number; hash: string };

/**
 * How a chain stands. A whole one with its anchor and the instant of its last row (null without rows); else what is wrong
 * and at which row: `broken` does not follow from the row before, `missing` is the first that an anchor knew and that is
 * not there, `other` is not the one that the anchor was printed of.
 */
export type AuditChain =
  | ({ isWhole: true; at: string | null } & AuditAnchor)
  | { isWhole: false; fault: "broken" | "missing" | "other"; brokenAt: number };

const lastRow = reading(({ select, t }) => {
  const { id, hash, at } = t.auditRows;
  return select({ rows: id, hash, at }).from(t.auditRows).orderBy(desc(id)).limit(1);
});

/** The anchor of the chain as it stands and the instant of its last row, without replaying it. */
export async function findAuditAnchor(reader: Reader): Promise<AuditAnchor & { at: string | null }> {
  const [last] = await reader.all(lastRow, {});
  return last ?? { rows: 0, hash: firstPreviousHash, at: null };
}

const rowsAPage = 1000;

/**
 * Replays the whole chain; deleted, inserted, reordered and changed rows break it. A tail that was cut, an older file and
 * a chain that was written anew follow well from row to row: they show against an anchor that was kept elsewhere.
 */
export async function findAuditChain(reader: Reader, anchor: AuditAnchor | null = null): Promise<AuditChain> {
  const broken = (brokenAt: number) => ({ isWhole: false, fault: "broken", brokenAt }) as const;
  let [rows, hash] = [0, firstPreviousHash];
  let at: string | null = null;
  // From below every number: rows put before the first are no part of the chain either.
  let page = await findAuditRows(reader, -Number.MAX_SAFE_INTEGER, rowsAPage);
  while (page.length > 0) {
    for (const row of page) {
      if (row.id !== rows + 1 || row.previousHash !== hash || auditHash(row) !== row.hash) return broken(row.id);
      [rows, hash, at] = [row.id, row.hash, row.at];
      if (rows === anchor?.rows && hash !== anchor.hash) return { isWhole: false, fault: "other", brokenAt: rows };
    }
    page = await findAuditRows(reader, rows, rowsAPage);
  }
  if (anchor !== null && anchor.rows > rows) return { isWhole: false, fault: "missing", brokenAt: rows + 1 };
  return { isWhole: true, rows, hash, at };
}
