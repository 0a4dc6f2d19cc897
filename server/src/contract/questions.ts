import { type Static, Type } from "typebox";
import { Attribution, Basis, Horizon, Key, Month, Reading } from "./common.ts";

const strict = { additionalProperties: false };
const Day = Type.String({
  pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
  description: "A day, YYYY-MM-DD: answer with what was accepted by its end.",
});

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
export const ReportingQuery = Type.Object({ month: Month }, strict);
export const HeadlinesQuery = Type.Object(
  { indicator: Key, reading: Reading, horizon: Horizon, month: Month, basis: Type.Optional(Basis) },
  strict,
);

export type ProgressQuery = Static<typeof ProgressQuery>;
export type DepartmentsQuery = Static<typeof DepartmentsQuery>;
export type SubjectQuery = Static<typeof SubjectQuery>;
export type TrendQuery = Static<typeof TrendQuery>;
export type ReportingQuery = Static<typeof ReportingQuery>;
export type HeadlinesQuery = Static<typeof HeadlinesQuery>;
