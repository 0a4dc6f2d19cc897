/** `clerks-process.ts <file>`: hands in the papers that it is told, many at once, until it is killed. */
import { openStore } from "@beizeng/db";
import { saveDraftLine } from "@beizeng/server/actions/save-draft-line.ts";
import { submitPaper } from "@beizeng/server/actions/submit-paper.ts";
import type { Answered, Asked } from "./clerks.ts";
import { measureOf, unitOf } from "./plan-of-papers.ts";

const [file = ""] = process.argv.slice(2);
const now = () => "2026-02-03T01:00:00.000Z";
const store = await openStore({ engine: "sqlite", file, now, migrate: false, minimumFreeBytes: 0 });

/** What a clerk's page does: keeps the line, which a second try finds kept already, then hands in under its key. */
async function handIn({ unit, period, value, key }: Asked): Promise<Answered> {
  const actor = { id: `clerk-${unit}`, role: "reporter" as const, departments: [unitOf(unit)] };
  const paper = { plan: "sample-2022", department: unitOf(unit), period, kind: "report" as const };
  const measure = measureOf(unit);
  const typed = { amount: { text: value, as: "cumulative" as const } };
  await saveDraftLine(store, { actor, now: now(), paper, measure, typed, version: 0 });
  const seen = [{ measure, version: 1 }];
  const answer = await submitPaper(store, { actor, now: now(), paper, seen, reason: null, key });
  if (!answer.ok) return { key, refused: answer.reason.code };
  const { isRepeated, ...receipt } = answer.value;
  return { key, isRepeated, receipt };
}

process.on("message", async (asked: Asked) => {
  process.send?.(await handIn(asked));
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
