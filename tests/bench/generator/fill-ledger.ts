import { auditHash, firstPreviousHash } from "../../../db/src/queries/audit-rows.ts";
import type { Database } from "better-sqlite3";
import { chainCount, planOf, reporterOf } from "./county-plan.ts";
import { indicatorKeys, monthAt, monthCount, reportedAt } from "./figures.ts";

/** Measures of a plan that are not a chain's: those of the headline, which stand before the chains'. */
const headlineMeasures = 2;
const measuresOfPlan = headlineMeasures + chainCount * indicatorKeys.length;

const reporter = { actor: "reporter", role: "reporter", at: (month: string) => `${month}-05T01:00:00.000Z` };
const head = { actor: "head", role: "head", at: (month: string) => `${month}-08T01:00:00.000Z` };

/**
 * Writes 60 months of accepted reports of every county as the actions leave them: per county and month one submission,
 * its two moves with their revisions and chained audit rows, and 40 observations. In the order of time, all counties
 * of a month after one another, so that a county's rows lie as far apart in the file as they would in life. Only the
 * typed lines of the submissions are left out: no question reads them.
 */
export function fillLedger(database: Database, counties: number): void {
  const insertions = insertionsOf(database);
  const indexes = dropIndexes(database, "observations");
  const reporterIds = database.prepare<[], number>("SELECT id FROM departments WHERE key LIKE '%-industry' ORDER BY id").pluck().all();
  let link = lastLink(database);
  const step = (submission: number, county: number, month: string, by: typeof reporter, from: string, to: string) => {
    const move = to === "accepted" ? "accept" : "submit";
    const at = by.at(monthAfter(month));
    const revision = link.id + 1;
    const payload = JSON.stringify({ plan: planOf(county), department: reporterOf(county), period: month });
    const said = { revision, at, actor: by.actor, actorRole: by.role, action: move, entity: `submission:${submission}` };
    const row = { id: link.id + 1, previousHash: link.hash, ...said, actorRole: "system" as const, payload };
    const hash = auditHash(row);
    insertions.revision.run(revision, at, move);
    insertions.audit.run({ ...row, hash });
    insertions.move.run({ submission, move, from, to, actor: by.actor, role: by.role, at, revision });
    link = { id: row.id, hash };
    return { at, revision };
  };

  let submission = 0;
  for (let n = 1; n <= monthCount; n += 1) {
    const month = monthAt(n);
    const write = database.transaction(() => {
      for (let county = 1; county <= counties; county += 1) {
        submission += 1;
        insertions.submission.run(submission, county, reporterIds[county - 1], month, reporter.at(monthAfter(month)));
        const reported = step(submission, county, month, reporter, "open", "submitted");
        const accepted = step(submission, county, month, head, "submitted", "accepted");
        const first = (county - 1) * measuresOfPlan + headlineMeasures + 1;
        for (let chain = 0; chain < chainCount; chain += 1) {
          for (const [place, { entries, exits, amount }] of reportedAt(county, chain, n).entries()) {
            const measure = first + chain * indicatorKeys.length + place;
            insertions.observation.run(measure, month, entries, exits, amount, submission, reported.at, accepted.at, accepted.revision);
          }
        }
      }
    });
    write();
  }
  for (const index of indexes) database.exec(index);
}

function insertionsOf(database: Database) {
  return {
    revision: database.prepare("INSERT INTO ledger_revisions (revision, at, action) VALUES (?, ?, ?)"),
    audit: database.prepare(
      "INSERT INTO audit_rows (id, revision, at, actor, actor_role, action, entity, payload, previous_hash, hash) " +
        "VALUES (:id, :revision, :at, :actor, :actorRole, :action, :entity, :payload, :previousHash, :hash)",
    ),
    submission: database.prepare(
      "INSERT INTO submissions (id, plan_id, department_id, period, kind, number, created_at) VALUES (?, ?, ?, ?, 'report', 1, ?)",
    ),
    move: database.prepare(
      "INSERT INTO submission_moves (submission_id, move, from_state, to_state, actor, actor_role, at, revision) " +
        "VALUES (:submission, :move, :from, :to, :actor, :role, :at, :revision)",
    ),
    observation: database.prepare(
      "INSERT INTO observations (measure_id, month, basis, entries, exits, amount, submission_id, reported_by, reported_at, " +
        "accepted_by, known_at, revision) VALUES (?, ?, 'department', ?, ?, ?, ?, 'reporter', ?, 'head', ?, ?)",
    ),
  };
}

/** Drops what can be built faster once all rows are there; answers the statements that build it. */
function dropIndexes(database: Database, table: string): string[] {
  const indexes = database
    .prepare<[string], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    )
    .all(table);
  for (const { name } of indexes) database.exec(`DROP INDEX "${name}"`);
  return indexes.map(({ sql }) => sql);
}

function lastLink(database: Database): { id: number; hash: string } {
  const row = database.prepare<[], { id: number; hash: string }>("SELECT id, hash FROM audit_rows ORDER BY id DESC").get();
  return row ?? { id: 0, hash: firstPreviousHash };
}

/** The month in which a month's report is written. */
function monthAfter(month: string): string {
  const [year, of] = month.split("-").map(Number);
  const next = (year ?? 0) * 12 + (of ?? 0);
  return `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, "0")}`;
}
