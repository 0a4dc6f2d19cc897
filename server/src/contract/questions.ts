import { type Static, Type } from "typebox";
import { Attribution, Basis, Horizon, Key, Month, Reading, RowNumber } from "./common.ts";

const strict = { additionalProperties: false };
const DayOf = (description: string) =>
  Type.String({ pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", description });
const Day = DayOf("A day, YYYY-MM-DD: answer with what was accepted by its end.");

/** What most questions may add: whose figures, and as known on which day. */
const knowledge = { basis: Type.Optional(Basis), asKnownOn: Type.Optional(Day) };

export const PlanParams = Type.Object({ plan: Key }, strict);
export const SubjectParams = Type.Object({ plan: Key, subject: Key }, strict);

export const NoQuery = Type.Object({}, strict);
export const ProgressQuery = Type.Object({ month: Month, horizon: Horizon, ...knowledge }, strict);
export const DepartmentsQuery = Type.Object(
  { month: Month, horizon: Horizon, attribution: Type.Optional(Attribution), ...knowledge },
  strict,
);
/** Units by key, at most four. */
export const unitsAsked = Type.Array(Key, { minItems: 1, maxItems: 4, description: "May be given up to four times." });
export const DepartmentHistoriesQuery = Type.Object(
  { month: Month, horizon: Horizon, attribution: Type.Optional(Attribution), department: unitsAsked, ...knowledge },
  strict,
);
export const ChangesQuery = Type.Object({ month: Month, since: Month, horizon: Horizon, ...knowledge }, strict);
export const WallQuery = Type.Object(
  {
    month: Type.Optional({ ...Month, description: "The latest period due where it is left out." }),
    horizon: Horizon,
    basis: knowledge.basis,
  },
  strict,
);
export const LightsQuery = Type.Object({ horizon: Horizon, ...knowledge }, strict);
export const SubjectQuery = Type.Object({ month: Month, ...knowledge }, strict);
export const TrendQuery = Type.Object(
  {
    from: Month,
    to: Month,
    horizon: Horizon,
    indicator: Type.Optional(Key),
    reading: Type.Optional(Reading),
    subject: Type.Optional(Type.Array(Key, { maxItems: 50, description: "May be given several times." })),
    ...knowledge,
  },
  strict,
);
export const DifferencesQuery = Type.Object({ month: Month, asKnownOn: knowledge.asKnownOn }, strict);
export const ReportingQuery = Type.Object({ month: Month }, strict);
export const HeadlinesQuery = Type.Object(
  { indicator: Key, reading: Reading, horizon: Horizon, month: Month, basis: Type.Optional(Basis) },
  strict,
);

export const HeadlineLightsQuery = Type.Object(
  { indicator: Key, reading: Reading, horizon: Horizon, basis: Type.Optional(Basis) },
  strict,
);

/** Which rows of the audit; what is left out does not narrow. */
const auditSought = {
  actor: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: "An account's name." })),
  action: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  entity: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: "A part of what the row is about, such as plan:gaoping.",
    }),
  ),
  since: Type.Optional(DayOf("The first day, YYYY-MM-DD.")),
  until: Type.Optional(DayOf("The last day, YYYY-MM-DD.")),
  isRefused: Type.Optional(Type.Boolean({ description: "Only tries that were refused." })),
};
export const AuditExportQuery = Type.Object(auditSought, strict);
export const AuditQuery = Type.Object(
  { ...auditSought, before: Type.Optional({ ...RowNumber, description: "Rows numbered below it." }) },
  strict,
);

export type AuditExportQuery = Static<typeof AuditExportQuery>;
export type AuditQuery = Static<typeof AuditQuery>;
export type ProgressQuery = Static<typeof ProgressQuery>;
export type ChangesQuery = Static<typeof ChangesQuery>;
export type WallQuery = Static<typeof WallQuery>;
export type LightsQuery = Static<typeof LightsQuery>;
export type DepartmentsQuery = Static<typeof DepartmentsQuery>;
export type DepartmentHistoriesQuery = Static<typeof DepartmentHistoriesQuery>;
export type SubjectQuery = Static<typeof SubjectQuery>;
export type TrendQuery = Static<typeof TrendQuery>;
export type DifferencesQuery = Static<typeof DifferencesQuery>;
export type ReportingQuery = Static<typeof ReportingQuery>;
export type HeadlinesQuery = Static<typeof HeadlinesQuery>;
export type HeadlineLightsQuery = Static<typeof HeadlineLightsQuery>;
