/** Targets with their way through time, as the chain page meets them. */
import type { Light, Subject, SubjectTarget, TrendPoint } from "../../web/src/api/types.ts";
import { assessmentOf } from "./samples.ts";

const figure = (value: number | null) => ({ value, text: value === null ? "—" : String(value) });
const text = (word: string) => ({ zh: word, en: word });

/** A month of a history; a month without a value is one that was never reported. */
export const pointOf = (
  month: string,
  achieved: number | null,
  parts: Partial<TrendPoint> & { readonly due?: number | null } = {},
): TrendPoint => {
  const { due = null, ...rest } = parts;
  const light: Light | null = achieved === null ? "unreported" : "on-schedule";
  return {
    month,
    targetValue: figure(null),
    achieved: figure(achieved),
    expected: figure(due),
    completion: figure(null),
    light,
    isReported: achieved !== null,
    isCorrected: false,
    correctedFrom: null,
    ...rest,
  };
};

interface Told {
  readonly key?: string;
  readonly origin?: string;
  readonly deadline?: string | null;
  readonly value?: number;
  readonly stretch?: number;
  readonly start?: number | null;
  readonly unit?: string;
  readonly indicator?: string;
  readonly reading?: SubjectTarget["target"]["reading"];
  readonly light?: Light | null;
  readonly history?: readonly TrendPoint[];
  readonly schedule?: readonly (readonly [string, number])[];
  readonly forecast?: SubjectTarget["forecast"];
}

/** A target of 2 new firms by 2022-12 with what a test is about replaced. */
export function targetOf(told: Told = {}): SubjectTarget {
  const deadline = told.deadline === undefined ? "2022-12" : told.deadline;
  const shared = {
    indicator: told.indicator ?? "above-scale-enterprises",
    indicatorName: text("规上企业"),
    scopeName: null,
    reading: told.reading ?? "new",
    unit: text(told.unit ?? "户"),
    origin: told.origin ?? "2021-12",
    deadline,
    horizon: deadline ?? "standing",
    stretch: told.stretch === undefined ? null : figure(told.stretch),
  } as const;
  const key = told.key ?? `chain.firms.new.${shared.horizon}`;
  const value = figure(told.value ?? 2);
  return {
    target: {
      key,
      measure: "chain.firms",
      subject: "chain",
      nature: "population",
      comparator: ">=",
      direction: "rising",
      text: text(`新增 ${value.text}户`),
      base: null,
      opening: figure(null),
      hardness: "committed",
      curve: "linear",
      clause: "二（一）",
      ambiguous: null,
      implied: null,
      adjustments: [],
      ...shared,
      value,
    },
    assessment: assessmentOf({
      target: key,
      targetValue: value,
      start: figure(told.start === undefined ? 0 : told.start),
      light: told.light === undefined ? "on-schedule" : told.light,
      ...shared,
    }),
    history: [...(told.history ?? [])],
    schedule: (told.schedule ?? []).map(([month, due]) => ({ month, expected: figure(due) })),
    forecast: told.forecast ?? null,
  };
}

/** A projection that runs through the given months, from low to high around the middle. */
export const forecastOf = (
  path: readonly (readonly [string, number, number, number])[],
): SubjectTarget["forecast"] => ({
  method: "gamma-poisson",
  methodName: text("计数模型"),
  deadline: path.at(-1)?.[0] ?? "",
  projected: figure(path.at(-1)?.[1] ?? null),
  low: figure(path.at(-1)?.[2] ?? null),
  high: figure(path.at(-1)?.[3] ?? null),
  probability: { value: 0.4, text: "40.0%" },
  pace: figure(1),
  path: path.map(([month, projected, low, high]) => ({ month, projected, low, high })),
});

/** A subject whose measures have the given targets, a measure each list. */
export const measureOf = (
  key: string,
  targets: readonly SubjectTarget[],
  values: Subject["measures"][number]["values"] = [],
): Subject["measures"][number] => ({
  key,
  name: text("规上企业"),
  scopeName: null,
  nature: "population",
  unit: text("户"),
  reportingUnit: text("市工信局"),
  targets: [...targets],
  values,
});
