import type { Database } from "better-sqlite3";
import { auditHash, firstPreviousHash } from "../../../db/src/queries/audit-rows.ts";
import { reporterOf } from "../generator/county-plan.ts";
import { indicatorKeys, reportedAt } from "../generator/figures.ts";

const measuresOfPlan = 42;
const headlineMeasures = 2;

/**
 * Writes one report of 40 values and its acceptance by prepared statements, in two transactions that are each on the
 * disk before they answer: the rows that the actions write (revision, audit row, submission, lines, move, observations),
 * without reading or checking anything and without the derived headlines.
 */
export function prepareWrites(database: Database) {
  const statements = {
    last: database.prepare<[], { id: number; hash: string }>(
      "SELECT id, hash FROM audit_rows ORDER BY id DESC LIMIT 1",
    ),
    revision: database.prepare("INSERT INTO ledger_revisions (revision, at, action) VALUES (?, ?, ?)"),
    audit: database.prepare(
      "INSERT INTO audit_rows (id, revision, at, actor, actor_role, action, entity, payload, previous_hash, hash) " +
        "VALUES (:id, :revision, :at, :actor, :actorRole, :action, :entity, :payload, :previousHash, :hash)",
    ),
    department: database.prepare<[string], number>("SELECT id FROM departments WHERE key = ?").pluck(),
    submission: database
      .prepare<unknown[], number>(
        "INSERT INTO submissions (plan_id, department_id, period, kind, number, created_at) VALUES (?, ?, ?, 'report', 1, ?) RETURNING id",
      )
      .pluck(),
    line: database.prepare(
      "INSERT INTO submission_lines (submission_id, round, measure_id, basis, entries, exits, amount, is_unchanged, revision) " +
        "VALUES (?, 1, ?, 'department', ?, ?, ?, 0, ?)",
    ),
    move: database.prepare(
      "INSERT INTO submission_moves (submission_id, move, from_state, to_state, actor, actor_role, at, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    observation: database.prepare(
      "INSERT INTO observations (measure_id, basis, month, number, entries, exits, amount, submission_id, reported_by, " +
        "reported_at, accepted_by, known_at, revision) VALUES (?, 'department', ?, 1, ?, ?, ?, ?, 'reporter', ?, 'office', ?, ?)",
    ),
  };
  const raise = (at: string, action: string, entity: string, payload: string): number => {
    const last = statements.last.get() ?? { id: 0, hash: firstPreviousHash };
    const id = last.id + 1;
    const said = { at, actor: "bench", actorRole: "system", action, entity, payload } as const;
    const row = { id, revision: id, previousHash: last.hash, ...said };
    statements.revision.run(id, at, action);
    statements.audit.run({ ...row, hash: auditHash(row) });
    return id;
  };
  return (county: number, n: number, month: string, at: string): void => {
    const first = (county - 1) * measuresOfPlan + headlineMeasures + 1;
    const lines = Array.from({ length: measuresOfPlan - headlineMeasures }, (_, place) => {
      const reported = reportedAt(county, Math.floor(place / indicatorKeys.length), n)[place % indicatorKeys.length];
      return { measure: first + place, ...(reported ?? { entries: null, exits: null, amount: null }) };
    });
    const submission = database
      .transaction(() => {
        const revision = raise(at, "submit", "submission", JSON.stringify(lines));
        const id = statements.submission.get(county, statements.department.get(reporterOf(county)), month, at) ?? 0;
        for (const { measure, entries, exits, amount } of lines)
          statements.line.run(id, measure, entries, exits, amount, revision);
        statements.move.run(id, "submit", "open", "submitted", "reporter", "reporter", at, revision);
        return id;
      })
      .immediate();
    database
      .transaction(() => {
        const revision = raise(at, "accept", "submission", JSON.stringify({ submission }));
        statements.move.run(submission, "accept", "submitted", "accepted", "office", "office", at, revision);
        for (const { measure, entries, exits, amount } of lines) {
          statements.observation.run(measure, month, entries, exits, amount, submission, at, at, revision);
        }
      })
      .immediate();
  };
}
