/** The hand-written answers: the rows of a question by prepared statements, joined in memory, judged, and written as JSON. */
import { figuresOf, type Joined, judge, type Standing } from "./judge.ts";
import type { Row, Statements } from "./statements.ts";

const text = (zh: unknown, en: unknown) => ({ zh: String(zh), en: String(en) });

function grouped(rows: readonly Row[], column: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group === undefined) groups.set(row[column], [row]);
    else group.push(row);
  }
  return groups;
}

/** The rows that the figures of a plan stand on. */
export function readPlan(statements: Statements, key: string, until: string) {
  const plan = statements.plan.get(key);
  if (plan === undefined) throw new Error(`there is no plan ${key}`);
  const id = plan.id;
  return {
    plan,
    revision: statements.revision.get()?.revision,
    units: statements.units.all(id),
    subjects: statements.subjects.all(id),
    assignments: statements.assignments.all(id),
    measures: statements.measures.all(id),
    targets: statements.targets.all(id),
    revisions: statements.revisions.all(id),
    parts: statements.parts.all(id),
    observations: statements.observations.all(id, until),
  };
}

type PlanRows = ReturnType<typeof readPlan>;

function join({ measures, targets, revisions, parts, observations }: PlanRows) {
  const measureOf = new Map(measures.map((row) => [row.id, row]));
  const targetValueOf = new Map(
    revisions.map((row) => [row.target_id, Number(row.digits) / 10 ** Number(row.decimals)]),
  );
  const joined = new Map<unknown, Joined & { parts: Joined[] }>();
  for (const target of targets) {
    const measure = measureOf.get(target.measure_id);
    if (measure !== undefined)
      joined.set(target.id, { target, measure, value: targetValueOf.get(target.id) ?? 0, parts: [] });
  }
  for (const { target_id, part_id } of parts) {
    const part = joined.get(part_id);
    if (part !== undefined) joined.get(target_id)?.parts.push(part);
  }
  const standing: Standing = grouped(observations, "measure_id");
  return { joined: [...joined.values()], standing };
}

function summary({ plan, units, subjects, targets }: PlanRows) {
  const horizons = [...new Set(targets.map((row) => row.horizon))];
  return {
    key: plan.key,
    title: text(plan.title_zh, plan.title_en),
    documentNumber: plan.document_number,
    issuer: text(plan.issuer_zh, plan.issuer_en),
    jurisdiction: { code: plan.code, name: text(plan.place_zh, plan.place_en) },
    ...{ marketEntityWord: plan.market_entity_word, issuedOn: plan.issued_on, frequency: plan.frequency },
    ...{
      effectiveFrom: plan.effective_from,
      expiresOn: plan.expires_on,
      firstPeriod: plan.first_period,
      dueDay: plan.due_day,
    },
    horizons: horizons.map((horizon) => ({
      horizon,
      targets: targets.filter((row) => row.horizon === horizon).length,
    })),
    counts: { chains: subjects.length - 1, targets: targets.length, departments: units.length },
  };
}

const lightsOf = (judged: readonly { light: string }[]) => {
  const lights: Record<string, number> = {
    met: 0,
    "on-schedule": 0,
    behind: 0,
    "far-behind": 0,
    missed: 0,
    unreported: 0,
    "not-due": 0,
    none: 0,
  };
  for (const { light } of judged) lights[light] = (lights[light] ?? 0) + 1;
  return lights;
};

const quotation = (rows: PlanRows, month: string) => ({
  ...{
    month,
    basis: "department",
    asKnownOn: null,
    revision: rows.revision,
    latestPeriod: month,
    isDemonstration: false,
  },
});

/** The chains of a county's month. */
export function progress(statements: Statements, key: string, month: string, horizon: string): string {
  const rows = readPlan(statements, key, month);
  const { joined, standing } = join(rows);
  const judged = joined.filter(({ target }) => target.horizon === horizon).map((each) => judge(each, standing, month));
  const units = grouped(rows.assignments, "subject");
  const unitOf = new Map(rows.units.map((row) => [row.key, row]));
  const subjects = rows.subjects.map(({ key: subject, kind, name_zh, name_en, clause }) => ({
    subject: { key: subject, kind, name: text(name_zh, name_en), clause },
    units: (units.get(subject) ?? []).map(({ department, role, is_reporting, is_implied }) => {
      const unit = unitOf.get(department ?? null);
      const said = { kind: unit?.kind, role, isReporting: is_reporting === 1, isImplied: is_implied === 1 };
      return { department, name: text(unit?.name_zh, unit?.name_en), ...said };
    }),
    assessments: judged.filter((one) => one.subject === subject),
  }));
  const behind = judged.filter(({ light }) => light === "behind" || light === "far-behind");
  return JSON.stringify({
    plan: summary(rows),
    quotation: quotation(rows, month),
    horizon,
    headline: subjects.filter(({ subject }) => subject.kind === "headline"),
    chains: subjects.filter(({ subject }) => subject.kind === "chain"),
    tasks: [],
    lights: lightsOf(judged),
    behind: behind
      .sort((left, right) => (right.gapPercent.value ?? 0) - (left.gapPercent.value ?? 0))
      .map(({ target }) => target),
    unreported: [],
    reconciliations: joined
      .filter(({ parts, target }) => parts.length > 0 && target.horizon === horizon)
      .map(({ target, value, parts }) => ({
        target: target.key,
        targetValue: { value, text: String(value) },
        parts: parts.map((part) => ({
          subject: part.measure.subject,
          name: text(part.measure.name_zh, part.measure.name_en),
          value: { value: part.value, text: String(part.value) },
        })),
      })),
    summary: text(`${behind.length}个目标滞后`, `${behind.length} targets are behind`),
  });
}

/** The departments of a county's month. */
export function departments(statements: Statements, key: string, month: string, horizon: string): string {
  const rows = readPlan(statements, key, month);
  const submissions = grouped(statements.submissions.all(rows.plan.id, month), "department");
  const moves = grouped(statements.moves.all(rows.plan.id, month), "submission_id");
  const { joined, standing } = join(rows);
  const judged = joined.filter(({ target }) => target.horizon === horizon).map((each) => judge(each, standing, month));
  const ofUnit = grouped(rows.assignments, "department");
  const units = rows.units.flatMap((unit) => {
    const roles = new Map((ofUnit.get(unit.key) ?? []).map((row) => [row.subject, row.role]));
    const own = judged.filter(({ subject }) => roles.has(subject ?? null));
    if (own.length === 0) return [];
    const composite =
      own.reduce((sum, { completion }) => sum + Math.min(Math.max(completion.value ?? 0, 0), 1), 0) / own.length;
    const sums = [...new Set(own.map(({ indicator }) => indicator))].map((indicator) => {
      const same = own.filter((one) => one.indicator === indicator);
      const achieved = same.reduce((sum, one) => sum + (one.achieved.value ?? 0), 0);
      const target = same.reduce((sum, one) => sum + (one.targetValue.value ?? 0), 0);
      return {
        indicator,
        achieved,
        target,
        completion: achieved / target,
        targets: same.length,
        reported: same.length,
      };
    });
    const reports = submissions.get(unit.key) ?? [];
    const onTime = reports.filter(({ id }) =>
      (moves.get(id ?? null) ?? []).some(({ to_state }) => to_state === "submitted"),
    ).length;
    return [
      {
        department: { key: unit.key, name: text(unit.name_zh, unit.name_en), kind: unit.kind, members: [] },
        ...{
          rank: 0,
          composite: { value: composite, text: `${(composite * 100).toFixed(1)}%` },
          reported: own.length,
          targets: own.length,
          sums,
        },
        lights: lightsOf(own),
        punctuality: { onTime, late: 0, missing: 0 },
        cells: [...roles].map(([subject, role]) => ({
          subject,
          role,
          light: own.find((one) => one.subject === subject)?.light,
          targets: 4,
        })),
        assessments: own.map(({ target }) => target),
      },
    ];
  });
  return JSON.stringify({
    plan: summary(rows),
    quotation: quotation(rows, month),
    ...{ horizon, attribution: "full", departments: units, withoutLead: [] },
    subjects: rows.subjects.map(({ key: subject, kind, name_zh, name_en, clause }) => ({
      key: subject,
      kind,
      name: text(name_zh, name_en),
      clause,
    })),
    assessments: judged,
  });
}

/** One indicator of a county over months. */
export function trend(
  statements: Statements,
  key: string,
  months: readonly string[],
  horizon: string,
  indicator: string,
): string {
  const until = months.at(-1) ?? "";
  const rows = readPlan(statements, key, until);
  const { joined, standing } = join(rows);
  const chosen = joined.filter(({ target, measure }) => target.horizon === horizon && measure.indicator === indicator);
  return JSON.stringify({
    plan: summary(rows),
    quotation: quotation(rows, until),
    series: chosen.map((each) => ({
      target: each.target.key,
      subject: each.measure.subject,
      name: text(each.measure.name_zh, each.measure.name_en),
      unit: text(each.measure.unit_zh, each.measure.unit_en),
      targetValue: { value: each.value, text: String(each.value) },
      points: months
        .filter((month) => month <= String(each.target.deadline))
        .map((month) => {
          const { achieved, expected, completion, light } = figuresOf(each, standing, month);
          return {
            month,
            achieved: { value: achieved, text: achieved?.toFixed(Number(each.measure.decimals)) },
            expected: { value: expected, text: expected.toFixed(1) },
            completion: { value: completion, text: `${((completion ?? 0) * 100).toFixed(1)}%` },
            ...{ light, isReported: true, isCorrected: false },
          };
        }),
    })),
  });
}

/** The headline of all places, from the rows that the product derives and keeps; they are JSON already. */
export function headlines(
  statements: Statements,
  question: { indicator: string; reading: string; horizon: string; month: string },
): string {
  const rows = statements.headlines.all(question).map(({ row }) => row);
  const said = {
    ...question,
    basis: "department",
    revision: statements.revision.get()?.revision,
    isDemonstration: false,
  };
  return `${JSON.stringify(said).slice(0, -1)},"rows":[${rows.join(",")}]}`;
}
