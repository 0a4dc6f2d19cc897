/** The projection of a target as the API gives it. */
import type { Forecast as Shown } from "../contract/subject.ts";
import { type Forecast, type ForecastMethod, type Foreseen, forecast } from "../domain/forecast.ts";
import { ofNumber, zero } from "../domain/fraction.ts";
import type { Text } from "../domain/model.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { shownProbability, shownShort } from "../plans/shown-figure.ts";
import type { MonthView } from "../plans/view.ts";

const methodNames: Readonly<Record<ForecastMethod, Text>> = {
  "gamma-poisson": { zh: "计数模型（Gamma–Poisson）", en: "count model (Gamma–Poisson)" },
  drift: { zh: "线性漂移模型", en: "drift with normal errors" },
};

/** Projections are estimates: what the arithmetic gives as a float is shown with this many significant places beyond the point. */
const estimatePlaces = 1e6;
const estimate = (value: number) => ofNumber(Math.round(value * estimatePlaces) / estimatePlaces);

/** The projection of a target as the arithmetic answers it; of a headline by its parts where it is their sum. */
export function foreseen(month: MonthView, entry: TargetEntry): Foreseen {
  return forecast(month.input(entry), month.assessment(entry), entry.parts.map(month.input));
}

/** The projection to the deadline; null where none may be shown. */
export function shownForecast(month: MonthView, entry: TargetEntry): Shown | null {
  const answer = foreseen(month, entry);
  return answer.ok ? shownProjection(month, entry, answer.value) : null;
}

/** A projection with its figures as they must be shown. */
export function shownProjection(month: MonthView, entry: TargetEntry, made: Forecast): Shown {
  const { decimals } = month.assessment(entry);
  const shown = (value: number) => shownShort(estimate(value), zero, decimals);
  return {
    method: made.method,
    methodName: methodNames[made.method],
    deadline: made.month,
    projected: shown(made.projected),
    low: shown(made.low),
    high: shown(made.high),
    probability: shownProbability(estimate(made.probability)),
    pace: shownShort(made.pace, zero, decimals),
    path: made.path.map((point) => ({ ...point })),
  };
}
