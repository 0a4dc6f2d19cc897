/** What the form of a measure says, as the API takes it. */
import type { MeasureAdding } from "../../api/types.ts";
import type { Typed } from "./addition-form.tsx";

/** The choice by which an indicator is made. */
export const newIndicator = "new-indicator";

type Target = MeasureAdding["targets"][number];
type Kind = Pick<Target, "reading"> & Pick<MeasureAdding, "nature">;

/** What a measure can hold and how a target reads it, in the order in which offices ask for it. */
export const readingsByNature: readonly Kind[] = [
  { nature: "population", reading: "new" },
  { nature: "population", reading: "net" },
  { nature: "population", reading: "total" },
  { nature: "population", reading: "growth" },
  { nature: "tally", reading: "cumulative" },
  { nature: "yearly-flow", reading: "level" },
  { nature: "yearly-flow", reading: "growth" },
  { nature: "yearly-flow", reading: "annual-growth" },
  { nature: "level", reading: "level" },
  { nature: "level", reading: "gain" },
  { nature: "level", reading: "growth" },
  { nature: "level", reading: "annual-growth" },
  { nature: "rate", reading: "rate" },
  { nature: "milestone", reading: "done" },
];

/** The comparators with the words for them. */
export const comparators = [
  { sign: ">=", name: "atLeast" },
  { sign: ">", name: "above" },
  { sign: "<=", name: "atMost" },
  { sign: "<", name: "below" },
  { sign: "=", name: "equal" },
  { sign: "range", name: "range" },
] as const satisfies readonly { sign: Target["comparator"]; name: string }[];

/** Members that are left out where nothing is typed. */
const given = <Name extends string>(name: Name, value: string) =>
  value === "" ? {} : ({ [name]: value } as Record<Name, string>);

function timeOf(typed: Typed): Partial<Target> {
  const time = typed("time");
  if (time === "yearly") return { yearly: { from: Number(typed("yearFrom")), to: Number(typed("yearTo")) } };
  return {
    ...given("origin", typed("origin")),
    ...(time === "standing" ? { isStanding: true } : given("deadline", typed("deadline"))),
  };
}

/** The measure with its target; why and by which document are added to it. */
export function measureTyped(typed: Typed): Omit<MeasureAdding, "reason" | "document"> {
  const kind = readingsByNature.find(({ nature, reading }) => `${nature} ${reading}` === typed("reading"));
  const { nature, reading } = kind ?? { nature: "tally", reading: "cumulative" };
  const indicator = typed("indicator");
  const decimals = Number(typed("decimals"));
  const made = {
    name: { zh: typed("indicatorName") },
    unit: { zh: typed("unit") },
    decimals,
    isIndivisible: decimals === 0,
  };
  const target: Target = {
    reading,
    comparator: comparators.find(({ sign }) => sign === typed("comparator"))?.sign ?? ">=",
    value: typed("value"),
    ...given("stretch", typed("stretch")),
    ...timeOf(typed),
    hardness: typed("hardness") === "aspirational" ? "aspirational" : "committed",
    clause: typed("clause"),
    ...given("ambiguous", typed("ambiguous")),
    ...given("partOf", typed("partOf")),
  };
  return {
    ...(indicator === newIndicator ? { newIndicator: made } : { indicator }),
    nature,
    ...given("reporting", typed("reporting")),
    from: typed("from"),
    targets: [target],
  };
}
