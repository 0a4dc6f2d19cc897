import type { Database } from "better-sqlite3";

/** Rows as the driver gives them. */
export type Row = Readonly<Record<string, string | number | null>>;

const ofPlan = {
  units: `SELECT d.key, d.name_zh, d.name_en, d.kind FROM plan_departments p JOIN departments d ON d.id = p.department_id
    WHERE p.plan_id = ? ORDER BY p.position`,
  subjects: "SELECT id, key, kind, name_zh, name_en, clause FROM subjects WHERE plan_id = ? ORDER BY position",
  assignments: `SELECT s.key AS subject, d.key AS department, a.role, a.is_reporting, a.is_implied FROM subjects s
    JOIN assignments a ON a.subject_id = s.id JOIN departments d ON d.id = a.department_id
    WHERE s.plan_id = ? ORDER BY s.position, a.position`,
  measures: `SELECT m.id, m.key, m.nature, m.opening_amount, s.key AS subject, d.key AS reporting, i.key AS indicator,
    i.name_zh, i.name_en, i.unit_zh, i.unit_en, i.decimals, i.is_indivisible
    FROM measures m JOIN subjects s ON s.id = m.subject_id JOIN indicators i ON i.id = m.indicator_id
    JOIN departments d ON d.id = m.reporting_department_id WHERE m.plan_id = ? ORDER BY m.position`,
  targets: `SELECT t.id, t.key, t.measure_id, t.reading, t.comparator, t.direction, t.origin, t.deadline, t.horizon, t.hardness,
    t.clause, t.curve FROM targets t WHERE t.plan_id = ? ORDER BY t.position`,
  revisions: `SELECT r.target_id, r.digits, r.decimals FROM target_revisions r JOIN targets t ON t.id = r.target_id
    WHERE t.plan_id = ? ORDER BY r.from_month, r.id`,
  parts: `SELECT p.target_id, p.part_id FROM target_parts p JOIN targets t ON t.id = p.target_id
    WHERE t.plan_id = ? ORDER BY p.target_id, p.position`,
};

/** The statements of the hand-written server, each prepared once on a reading connection. */
export function prepareStatements(database: Database) {
  const prepare = (sql: string) => database.prepare<unknown[], Row>(sql);
  return {
    plan: prepare(`SELECT p.*, d.name_zh AS issuer_zh, d.name_en AS issuer_en, j.code, j.name_zh AS place_zh, j.name_en AS place_en
      FROM plans p JOIN departments d ON d.id = p.issuer_id JOIN jurisdictions j ON j.id = p.jurisdiction_id WHERE p.key = ?`),
    revision: prepare("SELECT max(revision) AS revision FROM ledger_revisions"),
    units: prepare(ofPlan.units),
    subjects: prepare(ofPlan.subjects),
    assignments: prepare(ofPlan.assignments),
    measures: prepare(ofPlan.measures),
    targets: prepare(ofPlan.targets),
    revisions: prepare(ofPlan.revisions),
    parts: prepare(ofPlan.parts),
    observations: prepare(`SELECT o.measure_id, o.month, o.number, o.entries, o.exits, o.stock, o.amount
      FROM measures m JOIN observations o ON o.measure_id = m.id AND o.basis = 'department' WHERE m.plan_id = ? AND o.month <= ?`),
    submissions: prepare(`SELECT s.id, s.department_id, d.key AS department, s.period FROM submissions s
      JOIN departments d ON d.id = s.department_id WHERE s.plan_id = ? AND s.period <= ?`),
    moves:
      prepare(`SELECT m.submission_id, m.to_state, m.at FROM submissions s JOIN submission_moves m ON m.submission_id = s.id
      WHERE s.plan_id = ? AND s.period <= ? ORDER BY m.id`),
    headlines:
      prepare(`SELECT row FROM headline_rows WHERE indicator = :indicator AND reading = :reading AND horizon = :horizon
      AND basis = 'department' AND month = :month ORDER BY target_id`),
    /** The same question added up from the base rows, which is what the derived rows save. */
    headlineBase: prepare(`SELECT p.key, j.name_zh, j.name_en, r.digits AS target,
        (SELECT sum((SELECT coalesce(o.entries - coalesce(o.exits, 0), o.amount) FROM observations o WHERE o.measure_id = part.measure_id
          AND o.basis = 'department' AND o.month <= :month ORDER BY o.month DESC LIMIT 1))
          FROM target_parts tp JOIN targets part ON part.id = tp.part_id WHERE tp.target_id = t.id) AS achieved
      FROM measures m JOIN indicators i ON i.id = m.indicator_id AND i.key = :indicator
      JOIN subjects s ON s.id = m.subject_id AND s.kind = 'headline' JOIN plans p ON p.id = m.plan_id
      JOIN jurisdictions j ON j.id = p.jurisdiction_id
      JOIN targets t ON t.measure_id = m.id AND t.reading = :reading AND t.horizon = :horizon
      JOIN target_revisions r ON r.target_id = t.id`),
  };
}

export type Statements = ReturnType<typeof prepareStatements>;
