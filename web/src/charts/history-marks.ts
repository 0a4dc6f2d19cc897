import type { Figure, Light, SubjectTarget, TrendPoint } from "../api/types.ts";

/** A month as a whole number (months since year 0), so that a time axis is a number line; `2022-09` → 24272. */
export const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** A place in a history: a month number and a quantity in the chart's unit. */
export type Place = { readonly at: number; readonly value: number };

/**
 * What a month says: `reported` its own value, `carried` the last known value because its report is missing,
 * `unreported` that nothing was ever reported (value is null, the dot stands on the base line).
 */
export type HistoryPoint = {
  readonly at: number;
  readonly value: number | null;
  readonly kind: "reported" | "carried" | "unreported";
  readonly isCorrected: boolean;
  readonly light: Light | null;
  readonly achieved: string;
  readonly isUnderSchedule: boolean;
};

/** A stretch of the path: `actual` between two reported values, `carried` where either end is carried forward. */
type HistorySegment = { readonly kind: "actual" | "carried"; readonly places: readonly Place[] };

/** The value aimed at by a month (null for a standing target), with the upper end of a range. */
export type HistoryAim = {
  readonly target: string;
  readonly at: number | null;
  readonly value: number;
  readonly text: string;
  readonly stretch: { readonly value: number; readonly text: string } | null;
  readonly isFalling: boolean;
  /** What was aimed at from the origin on, where it was adjusted (目标调整): each step its month and value; else empty. */
  readonly steps: readonly Place[];
  /** The path stands at or above the target at its deadline, so that its figure has room below only. */
  readonly isUnderPath: boolean;
};

/** The projection from the judged month to the deadline: middle and both ends of the 80 % interval. */
export type HistoryBand = {
  readonly target: string;
  readonly places: readonly {
    readonly at: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly highText: string;
};

/** All marks of one chart: targets that read one measure in one way, on one axis of time. */
export type HistoryMarks = {
  readonly points: readonly HistoryPoint[];
  /** The last value known of each path, to be labelled where it stands. */
  readonly latest: readonly HistoryPoint[];
  readonly segments: readonly HistorySegment[];
  readonly schedules: readonly { readonly target: string; readonly places: readonly Place[] }[];
  readonly aims: readonly HistoryAim[];
  readonly bands: readonly HistoryBand[];
};

/**
 * The marks of targets on one measure and reading. Targets with one origin share one path, taken from the one that
 * runs longest; targets with origins of their own (a quota of every year) each draw theirs. A path ends at its last
 * deadline, after which a target is judged for good and its value no longer moves. Only `inFocus` draws its forecast.
 */
export function historyMarks(targets: readonly SubjectTarget[], inFocus: string | null): HistoryMarks {
  const paths = longestByOrigin(targets).map(pathOf);
  const points = paths.flatMap((path) => path.points);
  return {
    points,
    latest: paths.flatMap(({ points }) => points.filter(({ value }) => value !== null).slice(-1)),
    segments: paths.flatMap(({ segments }) => segments),
    schedules: targets.flatMap(({ target, schedule }) => {
      const places = schedule.flatMap(({ month, expected }) => placeOf(month, expected.value));
      return places.length > 1 ? [{ target: target.key, places }] : [];
    }),
    aims: targets.flatMap((each) => aimOf(each, points)),
    bands: targets.flatMap(({ target, forecast }) =>
      forecast === null || target.key !== inFocus
        ? []
        : [
            {
              target: target.key,
              places: forecast.path.map(({ month, projected, low, high }) => ({
                at: monthNumber(month),
                value: projected,
                low,
                high,
              })),
              highText: forecast.high.text,
            },
          ],
    ),
  };
}

function aimOf({ target }: SubjectTarget, points: readonly HistoryPoint[]): HistoryAim[] {
  const { value, text } = target.value;
  if (value === null) return [];
  const at = target.deadline === null ? null : monthNumber(target.deadline);
  const before = points.filter((point) => point.value !== null && at !== null && point.at <= at);
  const reached = before.at(-1)?.value ?? null;
  return [
    {
      target: target.key,
      at,
      value,
      text,
      stretch: stretchOf(target.stretch),
      isFalling: target.direction === "falling",
      steps: stepsOf(target, at),
      isUnderPath: reached !== null && reached >= value,
    },
  ];
}

/** The values of an adjusted target from its origin to its deadline, or to the last adjustment of one without. */
function stepsOf({ origin, adjustments }: SubjectTarget["target"], deadline: number | null): Place[] {
  const [first] = adjustments;
  const last = adjustments.at(-1);
  if (!first || !last) return [];
  const steps = [
    ...placeOf(origin, first.formerValue.value),
    ...adjustments.flatMap(({ from, value }) => placeOf(from, value.value)),
  ];
  return [...steps, ...placeOf(last.from, last.value.value).map((end) => ({ ...end, at: deadline ?? end.at }))];
}

const stretchOf = (stretch: Figure | null) =>
  stretch === null || stretch.value === null ? null : { value: stretch.value, text: stretch.text };

const placeOf = (month: string, value: number | null): Place[] =>
  value === null ? [] : [{ at: monthNumber(month), value }];

/** Of the targets with one origin, the one with the latest deadline; a standing target runs longest. */
function longestByOrigin(targets: readonly SubjectTarget[]): SubjectTarget[] {
  const longest = new Map<string, SubjectTarget>();
  for (const each of targets) {
    const known = longest.get(each.target.origin);
    if (!known || runsTo(each) > runsTo(known)) longest.set(each.target.origin, each);
  }
  return [...longest.values()];
}

const runsTo = ({ target }: SubjectTarget) =>
  target.deadline === null ? Number.POSITIVE_INFINITY : monthNumber(target.deadline);

function pathOf(each: SubjectTarget): Pick<HistoryMarks, "points" | "segments"> {
  const last = runsTo(each);
  const points = each.history.flatMap((point) => {
    const mark = pointOf(point);
    return mark !== null && mark.at <= last ? [mark] : [];
  });
  const start = placeOf(each.target.origin, each.assessment.start.value);
  return { points, segments: segmentsOf(start, points) };
}

/** The mark of a month, or null where it says nothing of its own: between two quarterly reports, or before any was due. */
function pointOf({ month, achieved, expected, light, isReported, isCorrected }: TrendPoint): HistoryPoint | null {
  const isOwed = light === "unreported";
  if (!isReported && !isOwed) return null;
  const kind = isReported ? "reported" : achieved.value === null ? "unreported" : "carried";
  if (kind === "reported" && achieved.value === null) return null;
  return {
    at: monthNumber(month),
    value: achieved.value,
    kind,
    isCorrected,
    light,
    achieved: achieved.text,
    isUnderSchedule: achieved.value !== null && expected.value !== null && achieved.value < expected.value,
  };
}

/** Joins the values in order; neighbouring stretches of one kind become one line. */
function segmentsOf(start: readonly Place[], points: readonly HistoryPoint[]): HistorySegment[] {
  const segments: { kind: HistorySegment["kind"]; places: Place[] }[] = [];
  let before = start[0] ? { ...start[0], isCarried: false } : null;
  for (const { at, value, kind } of points) {
    if (value === null || at === before?.at) continue;
    const here = { at, value, isCarried: kind === "carried" };
    if (before) {
      const drawn = before.isCarried || here.isCarried ? "carried" : "actual";
      const current = segments.at(-1);
      if (current?.kind === drawn) current.places.push({ at, value });
      else
        segments.push({
          kind: drawn,
          places: [
            { at: before.at, value: before.value },
            { at, value },
          ],
        });
    }
    before = here;
  }
  return segments;
}
