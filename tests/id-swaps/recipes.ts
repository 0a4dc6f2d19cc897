/** A good request of each route, as a function of the ids that it names. */
import type { routeAccess } from "@beizeng/server/domain/access.ts";

/** What an id is of. */
export const idKinds = [
  "plan",
  "unit",
  "period",
  "kind",
  "measure",
  "target",
  "subject",
  "submission",
  "evidence",
  "account",
  "edition",
] as const;
export type IdKind = (typeof idKinds)[number];
export type Ids = Readonly<Record<IdKind, string>>;

/** A route of the table of access. */
export type Route = keyof typeof routeAccess;

/** A route that names something; what stands after a colon in an address is filled in by its kind. */
export interface Recipe {
  /** The kinds that the address asks for after its question mark, or that the body names. */
  readonly names?: readonly IdKind[];
  /** What the address asks for; ids are to be encoded. */
  readonly asked?: (ids: Ids) => string;
  readonly body?: (ids: Ids) => object;
  /** True where a form of the own unit is sent instead of a body. */
  readonly isForm?: true;
}

const kindsOfParameters: Readonly<Record<string, IdKind>> = {
  plan: "plan",
  department: "unit",
  unit: "unit",
  period: "period",
  month: "period",
  measure: "measure",
  target: "target",
  subject: "subject",
  submission: "submission",
  id: "evidence",
  account: "account",
  name: "account",
  edition: "edition",
};

/** What stands in an address after a colon and is a word of the product, nobody's id. */
export const plainWords: Readonly<Partial<Record<string, string>>> = {
  table: "lights",
  chart: "shortfalls",
  note: "1",
  briefing: "2022-1",
  file: "flat-json",
  filename: "平表.json",
};

/** The kind of what an address names after a colon; a name that no swap knows fails. */
export function kindOfParameter(name: string): IdKind {
  const kind = kindsOfParameters[name];
  if (kind === undefined) throw new Error(`an address names a ${name}, of which no swap knows what it is`);
  return kind;
}

const ofKind: Recipe = { names: ["kind"], asked: ({ kind }) => `kind=${kind}` };
const ofPeriod: Recipe = { names: ["period"], asked: ({ period }) => `period=${period}` };
const figures: Recipe = { names: ["period"], asked: ({ period }) => `month=${period}&horizon=2022-12` };
const months: Recipe = { names: ["period"], asked: ({ period }) => `month=${period}` };
const seen = "2022-10-12T02:00:00.000Z";
const rule = { from: "2022-07", mode: "ratio", tolerancePercent: 15, isInclusive: true };
const appraisal = {
  ...{ from: "2022-07", subject: "service" },
  indicators: [{ indicator: "output", method: "against-best", fullMarks: "20" }],
};
const calendar = { from: "2022-07", monthlyPercent: [0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] };
const because = { reason: "核对" };
const rules = {
  isSecondFactorRequired: true,
  isSingleSignOnSecondFactor: false,
  isWallOpen: false,
  lockAfter: 5,
  lockMinutes: 15,
};
const measureAdding = {
  ...{ indicator: "plant", nature: "level", from: "2022-07", reason: "任务增加" },
  targets: [
    {
      ...{ reading: "level", comparator: ">=", value: "8", deadline: "2022-12" },
      ...{ hardness: "committed", clause: "二" },
    },
  ],
};

/** Every route; null names nothing that could be another's. One that is added and not here does not compile. */
export const recipes: { readonly [R in Route]: R extends `${string}:${string}` ? Recipe : Recipe | null } = {
  "GET /api/health": null,
  "GET /api/ready": null,
  "GET /api/metrics": null,
  "GET /api/openapi.json": null,
  "GET /api/reference": null,
  "GET /api/reference.css": null,
  "GET /api/session": null,
  "DELETE /api/session": null,
  "POST /api/session": {
    names: ["account"],
    body: ({ account }) => ({ account, password: "Bu-Shi-Mima-7788" }),
  },
  "PUT /api/session/password": null,
  "POST /api/session/password": null,
  "POST /api/session/second-factor/secret": null,
  "PUT /api/session/second-factor": null,
  "POST /api/session/second-factor": null,
  "POST /api/session/single-sign-on": null,
  "POST /api/session/single-sign-on/return": null,
  "POST /api/set-up": null,
  "GET /api/session/demonstration": null,
  "POST /api/session/demonstration": { names: ["account"], body: ({ account }) => ({ account }) },
  "GET /api/accounts": null,
  "POST /api/accounts": {
    names: ["account", "unit"],
    body: ({ account, unit }) => ({
      ...{ account, name: "新人", role: "reporter", departments: [unit], singleSignOnSubject: null },
    }),
  },
  "PUT /api/accounts/:account": {
    names: ["unit"],
    body: ({ unit }) => ({
      ...{ version: 1, name: "新人", role: "reporter", departments: [unit] },
      ...{ singleSignOnSubject: null, isDisabled: false },
    }),
  },
  "POST /api/accounts/:account/password": { body: () => ({ version: 1 }) },
  "DELETE /api/accounts/:account/second-factor": { body: () => ({ version: 1 }) },
  "GET /api/backups": null,
  "GET /api/security": null,
  "PUT /api/security": { names: [], body: () => ({ passwordProfile: "dengbao", ...rules, seen: null }) },
  "DELETE /api/security/locks/:name": {},
  "GET /api/plans": null,
  "GET /api/plans/:plan": {},
  "GET /api/plans/:plan/progress": figures,
  "GET /api/plans/:plan/departments": figures,
  "GET /api/plans/:plan/department-histories": {
    names: ["unit", "period"],
    asked: ({ unit, period }) => `month=${period}&horizon=2022-12&department=${unit}`,
  },
  "GET /api/plans/:plan/changes": {
    names: ["period"],
    asked: ({ period }) => `month=${period}&since=2022-03&horizon=2022-12`,
  },
  "GET /api/plans/:plan/lights": { asked: () => "horizon=2022-12" },
  "GET /api/plans/:plan/shortfalls": figures,
  "GET /api/plans/:plan/briefing": figures,
  "GET /api/plans/:plan/briefing/paper": figures,
  "POST /api/plans/:plan/briefing/paper": {
    ...figures,
    body: () => ({ sections: [{ kind: "own", heading: "说明", text: "无" }], annexes: [] }),
  },
  "GET /api/plans/:plan/briefing/files/:file": figures,
  "GET /api/plans/:plan/briefings": {},
  "POST /api/plans/:plan/briefings": {
    names: ["period", "edition"],
    body: ({ period, edition }) => ({ month: period, horizon: "2022-12", edition }),
  },
  "GET /api/plans/:plan/briefings/:briefing/files/:filename": {},
  "GET /api/plans/:plan/briefings/:briefing/errata": {},
  "GET /api/plans/:plan/briefings/:briefing/errata/document": {},
  "GET /api/plans/:plan/briefing-skeleton": {},
  "PUT /api/plans/:plan/briefing-skeleton": {
    body: () => ({ seen: 0, sections: [{ kind: "own", heading: "说明", text: "无" }], annexes: [] }),
  },
  "GET /api/plans/:plan/outlook": figures,
  "GET /api/plans/:plan/wall": figures,
  "GET /api/plans/:plan/tables/:table": {
    names: ["period"],
    asked: ({ period }) => `month=${period}&horizon=2022-12&format=csv`,
  },
  "GET /api/plans/:plan/charts/:chart": {
    names: ["period"],
    asked: ({ period }) => `month=${period}&horizon=2022-12&format=svg`,
  },
  "GET /api/plans/:plan/subjects/:subject": months,
  "GET /api/plans/:plan/subjects/:subject/steps": months,
  "GET /api/plans/:plan/subjects/:subject/comparison": figures,
  "GET /api/plans/:plan/trend": {
    names: ["subject", "period"],
    asked: ({ subject, period }) =>
      `from=2022-01&to=${period}&horizon=2022-12&indicator=above-scale-enterprises&reading=new&subject=${subject}`,
  },
  "GET /api/plans/:plan/reporting": months,
  "GET /api/plans/:plan/targets/:target/revisions": {},
  "GET /api/plans/:plan/targets/:target/revisions/preview": { asked: () => "from=2022-07&value=5" },
  "POST /api/plans/:plan/targets/:target/revisions": { body: () => ({ from: "2022-07", value: "5", ...because }) },
  "GET /api/plans/:plan/edits": {},
  "POST /api/plans/:plan/units": { body: () => ({ name: { zh: "数据局" }, kind: "bureau", ...because }) },
  "POST /api/plans/:plan/subjects": {
    names: ["unit"],
    body: ({ unit }) => ({
      ...{ kind: "chain", id: "tea", name: { zh: "茶叶" }, from: "2022-07", ...because },
      units: [{ unit, role: "lead" }],
    }),
  },
  "POST /api/plans/:plan/units/:unit/aliases": { body: () => ({ alias: "又名", ...because }) },
  "POST /api/plans/:plan/subjects/:subject/units": {
    names: ["unit"],
    body: ({ unit }) => ({ unit, role: "responsible", from: "2022-07", ...because }),
  },
  "POST /api/plans/:plan/subjects/:subject/measures": { body: () => measureAdding },
  "POST /api/plans/:plan/subjects/:subject/measures/preview": { body: () => measureAdding },
  "GET /api/plans/:plan/judging": {},
  "POST /api/plans/:plan/light-rules": { body: () => ({ ...rule, ...because }) },
  "POST /api/plans/:plan/light-rules/preview": { body: () => rule },
  "GET /api/plans/:plan/light-rules/preview/table": {
    asked: () => "from=2022-07&mode=ratio&tolerancePercent=15&isInclusive=true&horizon=2022-12&format=csv",
  },
  "GET /api/plans/:plan/entry-calendars/preview/table": {
    asked: () =>
      `from=2022-07&${calendar.monthlyPercent.map((percent) => `monthlyPercent=${percent}`).join("&")}&horizon=2022-12&format=csv`,
  },
  "POST /api/plans/:plan/entry-calendars": { body: () => ({ ...calendar, ...because }) },
  "POST /api/plans/:plan/entry-calendars/preview": { body: () => calendar },
  "GET /api/plans/:plan/appraisal": { names: ["period"], asked: ({ period }) => `quarter=${period}` },
  "POST /api/plans/:plan/appraisal-rules": {
    names: ["unit"],
    body: ({ unit }) => ({ ...appraisal, units: [unit, "commerce"], ...because }),
  },
  "POST /api/plans/:plan/appraisal-rules/preview": {
    names: ["unit"],
    body: ({ unit }) => ({ ...appraisal, units: [unit, "commerce"], quarter: "2022-09" }),
  },
  "GET /api/headlines": {
    names: ["period"],
    asked: ({ period }) => `indicator=above-scale-enterprises&reading=new&horizon=2022-12&month=${period}`,
  },
  "GET /api/headlines/kinds": null,
  "GET /api/headlines/lights": null,
  "GET /api/headlines/charts/lights": {
    names: ["period"],
    asked: ({ period }) => `indicator=above-scale-enterprises&reading=new&horizon=2022-12&format=svg&month=${period}`,
  },
  "GET /api/headlines/tables/:table": {
    names: ["period"],
    asked: ({ period }) => `indicator=above-scale-enterprises&reading=new&horizon=2022-12&format=csv&month=${period}`,
  },
  "GET /api/audit": { names: ["account"], asked: ({ account }) => `actor=${account}` },
  "GET /api/audit/export": { names: ["unit"], asked: ({ unit }) => `entity=${unit}` },
  "GET /api/audit/anchor": null,
  "GET /api/plans/:plan/differences": months,
  "GET /api/plans/:plan/confirmations": ofPeriod,
  "GET /api/tasks": null,
  "GET /api/plans/:plan/papers/:department/:period": ofKind,
  "PUT /api/plans/:plan/papers/:department/:period/lines/:measure": {
    ...ofKind,
    names: ["kind", "evidence"],
    body: ({ evidence }) => ({
      typed: { amount: { text: "24.5", as: "cumulative" }, evidence: [Number(evidence)] },
      version: 2,
    }),
  },
  "POST /api/plans/:plan/papers/:department/:period/lines/:measure/evidence": {
    ...ofKind,
    asked: ({ kind }) => `kind=${kind}&name=a.pdf`,
    isForm: true,
  },
  "POST /api/plans/:plan/papers/:department/:period/unchanged": ofKind,
  "POST /api/plans/:plan/papers/:department/:period/agreement": ofKind,
  "POST /api/plans/:plan/papers/:department/:period/submission": {
    ...ofKind,
    names: ["kind", "measure"],
    body: ({ measure }) => ({ seen: [{ measure, version: 2 }], ...because }),
  },
  "GET /api/plans/:plan/papers/:department/:period/workbook": ofKind,
  "POST /api/plans/:plan/papers/:department/:period/workbook": { ...ofKind, isForm: true },
  "POST /api/plans/:plan/papers/:department/:period/workbook/corrected": { ...ofKind, isForm: true },
  "PUT /api/plans/:plan/papers/:department/:period/workbook/draft": {
    ...ofKind,
    asked: ({ kind }) => `kind=${kind}&seen=0123456789abcdef`,
    isForm: true,
  },
  "GET /api/plans/:plan/history": {},
  "GET /api/plans/:plan/history/:department/workbook": {
    names: ["period"],
    asked: ({ period }) => `from=${period}&until=2022-09`,
  },
  "POST /api/plans/:plan/history/:department/workbook": { isForm: true },
  "POST /api/plans/:plan/history/:department/workbook/corrected": { isForm: true },
  "PUT /api/plans/:plan/history/:department/workbook/drafts": { isForm: true },
  "GET /api/evidence/:id": {},
  "GET /api/reviews": null,
  "POST /api/reviews/acceptances": {
    names: ["submission"],
    body: ({ submission }) => ({ submissions: [{ submission, seen }] }),
  },
  "GET /api/submissions/:submission": {},
  "POST /api/submissions/:submission/acceptance": { body: () => ({ seen }) },
  "POST /api/submissions/:submission/return": {
    names: ["measure"],
    body: ({ measure }) => ({ seen, ...because, lines: [{ measure, ...because }] }),
  },
  "GET /api/plans/:plan/measures/:measure/life": months,
  "GET /api/plans/:plan/reminders": ofPeriod,
  "GET /api/plans/:plan/months": {},
  "GET /api/plans/:plan/months/:month/editions/:edition": {},
  "POST /api/plans/:plan/months/:month/closing": { body: () => because },
  "POST /api/plans/:plan/months/:month/reopening": { body: () => because },
  "POST /api/plans/:plan/months/:month/reopening/decision": { body: () => ({ decision: "grant", ...because }) },
  "POST /api/plans/:plan/extensions": {
    names: ["unit", "period"],
    body: ({ unit, period }) => ({ period, department: unit, dueOn: "2022-11-20", ...because }),
  },
  "GET /api/plans/:plan/notes": {
    names: ["period", "subject"],
    asked: ({ period, subject }) => `month=${period}&subject=${subject}`,
  },
  "POST /api/plans/:plan/notes": {
    names: ["period", "subject"],
    body: ({ period, subject }) => ({ month: period, subject, text: "请说明" }),
  },
  "POST /api/plans/:plan/notes/:note/steps": { body: () => ({ step: "withdraw" }) },
  "GET /api/news": null,
};

/** The kinds of ids that a route names, each once. */
export function kindsNamed(route: string, { names = [] }: Recipe): readonly IdKind[] {
  const parameters = [...route.matchAll(/:(\w+)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => plainWords[name] === undefined)
    .map(kindOfParameter);
  return [...new Set([...parameters, ...names])];
}
