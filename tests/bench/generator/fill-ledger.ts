import type { Role, SubmissionMove, SubmissionState } from "@beizeng/db/vocabulary";
import type { Database } from "better-sqlite3";
import { auditHash, firstPreviousHash } from "../../../db/src/queries/audit-rows.ts";
import { chainCount, planOf, reporterOf } from "./county-plan.ts";
import { indicatorKeys, monthAt, monthCount, reportedAt } from "./figures.ts";

/** Measures of a plan that are not a chain's: those of the headline, which stand before the chains'. */
const headlineMeasures = 2;
const measuresOfPlan = headlineMeasures + chainCount * indicatorKeys.length;

/** Who makes a move of a submission, which one, and when in the month after the reported one. */
interface Actor {
  readonly role: Role;
  readonly move: SubmissionMove;
  readonly from: SubmissionState;
  readonly to: SubmissionState;
  readonly at: (month: string) => string;
}
const reporter: Actor = {
  ...{ role: "reporter", move: "submit", from: "open", to: "submitted" },
  at: (month) => `${month}-05T01:00:00.000Z`,
};
const office: Actor = {
  ...{ role: "office", move: "accept", from: "submitted", to: "accepted" },
  at: (month) => `${month}-08T01:00:00.000Z`,
};

const unknown = { entries: null, exits: null, amount: null };

/**
 * Writes 60 months of accepted reports of every county as the actions leave them: per county and month one submission,
 * its two moves with their revisions and chained audit rows, in the order of time; then the 40 observations of each, in
 * the order in which the table keeps them. Only the typed lines of the submissions are left out: no question reads them.
 */
export function fillLedger(database: Database, counties: number): void {
  const revisions = fillSubmissions(database, counties);
  const indexes = dropIndexes(database, "observations");
  fillObservations(database, counties, revisions);
  for (const index of indexes) database.exec(index);
}

const submissionOf = (counties: number, county: number, n: number) => (n - 1) * counties + county;

/** Answers the revision with which each submission was accepted, by the submission's id. */
function fillSubmissions(database: Database, counties: number): ReadonlyMap<number, number> {
  const insertions = submissionInsertions(database);
  const units = database.prepare<[], number>("SELECT id FROM departments WHERE key LIKE '%-industry' ORDER BY id");
  const unitIds = units.pluck().all();
  const accepted = new Map<number, number>();
  let link = lastLink(database);
  const step = (county: number, n: number, by: Actor): number => {
    const id = link.id + 1;
    const at = by.at(monthAt(n + 1));
    const submission = submissionOf(counties, county, n);
    const payload = JSON.stringify({ plan: planOf(county), department: reporterOf(county), period: monthAt(n) });
    const said = { at, actor: by.role, actorRole: by.role, action: by.move, entity: `submission:${submission}` };
    const row = { id, revision: id, previousHash: link.hash, ...said, payload };
    const hash = auditHash(row);
    insertions.revision.run(id, at, by.move);
    insertions.audit.run({ ...row, hash });
    insertions.move.run({
      submission,
      move: by.move,
      from: by.from,
      to: by.to,
      actor: by.role,
      role: by.role,
      at,
      revision: id,
    });
    link = { id, hash };
    return id;
  };
  database.transaction(() => {
    for (let n = 1; n <= monthCount; n += 1) {
      for (let county = 1; county <= counties; county += 1) {
        const id = submissionOf(counties, county, n);
        insertions.submission.run(id, county, unitIds[county - 1], monthAt(n), reporter.at(monthAt(n + 1)));
        step(county, n, reporter);
        accepted.set(id, step(county, n, office));
      }
    }
  })();
  return accepted;
}

function fillObservations(database: Database, counties: number, revisions: ReadonlyMap<number, number>): void {
  const insertion = database.prepare(
    "INSERT INTO observations (measure_id, basis, month, number, entries, exits, amount, submission_id, reported_by, " +
      "reported_at, accepted_by, known_at, revision) VALUES (?, 'department', ?, 1, ?, ?, ?, ?, 'reporter', ?, 'office', ?, ?)",
  );
  const times = Array.from({ length: monthCount }, (_, place) => {
    const after = monthAt(place + 2);
    return { month: monthAt(place + 1), reported: reporter.at(after), accepted: office.at(after) };
  });
  const ofChain = database.transaction((county: number, chain: number) => {
    const first = (county - 1) * measuresOfPlan + headlineMeasures + 1 + chain * indicatorKeys.length;
    const figures = times.map((_, place) => reportedAt(county, chain, place + 1));
    for (const place of indicatorKeys.keys()) {
      for (const [monthPlace, { month, reported, accepted }] of times.entries()) {
        const { entries, exits, amount } = figures[monthPlace]?.[place] ?? unknown;
        const submission = submissionOf(counties, county, monthPlace + 1);
        const ending = [submission, reported, accepted, revisions.get(submission)];
        insertion.run(first + place, month, entries, exits, amount, ...ending);
      }
    }
  });
  database.transaction(() => {
    for (let county = 1; county <= counties; county += 1) {
      for (let chain = 0; chain < chainCount; chain += 1) ofChain(county, chain);
    }
  })();
}

function submissionInsertions(database: Database) {
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
  const row = database
    .prepare<[], { id: number; hash: string }>("SELECT id, hash FROM audit_rows ORDER BY id DESC")
    .get();
  return row ?? { id: 0, hash: firstPreviousHash };
}
