import type { English } from "../english.ts";
import type { audit as source } from "../zh-CN/audit.ts";

/** Words of the page 审计, in English. */
export const audit: English<typeof source> = {
  title: "Audit trail",
  subtitle:
    "Every write and every refused try, a row each, chained one to the next: none can be changed or deleted. Times are China time.",
  rows: "Audit trail",
  total: "{{count}} rows, the newest first",
  none: "No row was found. Ask for less above.",
  nothingMore: "Nothing more was said.",
  export: "Export as CSV",
  anchor: "Print the anchor",
  all: "All",
  ask: "Search",
  clear: "Clear",
  earlier: "Earlier rows",
  newest: "Back to the newest",
  hash: "Hash of the row {{hash}}",
  column: { row: "Row", at: "Time", actor: "Account", action: "Action", entity: "About", revision: "Ledger revision" },
  filter: {
    actor: "Account (whole name)",
    entity: "About (part of it)",
    since: "From",
    until: "To",
    isRefused: "Refused only",
  },
  anchorTitle: "Anchor of the audit trail",
  anchorPurpose:
    "Print it, sign it, keep it in the safe. It shows later whether rows before it were rewritten or cut off, and whether the file was exchanged for an older one.",
  anchorDay: "Printed on",
  anchorRows: "Rows",
  anchorAt: "Time of the last row",
  anchorHash: "Hash of the last row",
  anchorCheck: "How to check",
  anchorCheckHow:
    "Run this on the server; it only reads. It ends with 0 when all fits, else it names the first row that does not.",
  anchorSigned: "Printed by (signature): ____________    Kept by (signature): ____________    Date: __________",
  back: "Back to the audit trail",
};
