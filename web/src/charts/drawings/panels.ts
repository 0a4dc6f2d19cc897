import type { Reading, Subject, SubjectMeasure, SubjectTarget, Text } from "../../api/types.ts";
import { type HistoryMarks, historyMarks, monthNumber } from "../history-marks.ts";
import { type HistoryScale, sharedScales } from "../history-scale.ts";

/** The indicator that these plans are about; its panel comes first. */
const primaryIndicator = "above-scale-enterprises";

/** One chart of the page: the targets that read one measure in one way, all horizons on one axis of time. */
export interface Panel {
  readonly key: string;
  readonly measure: SubjectMeasure;
  readonly reading: Reading;
  readonly targets: readonly SubjectTarget[];
  /** The target whose forecast is drawn and which the title speaks of. */
  readonly focus: SubjectTarget;
  readonly unit: Text;
  readonly marks: HistoryMarks;
  readonly scale: HistoryScale;
}

/** The panels of a subject and what they share. */
export interface Panels {
  readonly panels: readonly Panel[];
  /** Targets of milestones, which are done or not and have no chart. */
  readonly milestones: readonly SubjectTarget[];
  readonly first: number;
  readonly last: number;
}

/** Divides a subject's targets into panels, the primary indicator first, then in the order of the document. */
export function panelsOf({ measures }: Subject, horizon: string, month: string): Panels {
  const every = measures.flatMap(({ targets }) => targets);
  const readings = measures.flatMap((measure) =>
    [...new Set(measure.targets.map(({ target }) => target.reading))]
      .filter((reading) => reading !== "done")
      .map((reading) => ({ measure, reading })),
  );
  const drafts = readings
    .flatMap(({ measure, reading }) => {
      const targets = measure.targets.filter(({ target }) => target.reading === reading);
      const focus = focusOf(targets, horizon, month);
      if (!focus) return [];
      const marks = historyMarks(targets, focus.target.key);
      const isPrimary = focus.target.indicator === primaryIndicator;
      return [{ measure, reading, targets, focus, unit: focus.target.unit, isPrimary, marks }];
    })
    .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  const scales = sharedScales(drafts.map(({ unit, marks }) => ({ unit: unit.zh, isWhole: isWhole(marks), marks })));
  const panels = drafts.flatMap((draft, place) => {
    const scale = scales[place];
    const key = `${draft.measure.key}.${draft.reading}`;
    return scale ? [{ ...draft, key, scale }] : [];
  });
  const ends = every.map(({ target }) => target.deadline ?? month);
  return {
    panels,
    milestones: every.filter(({ target }) => target.reading === "done"),
    first: Math.min(...every.map(({ target }) => monthNumber(target.origin))),
    last: Math.max(monthNumber(month), ...ends.map(monthNumber)),
  };
}

/** The target of the horizon looked at, if it has begun; else the nearest whose deadline is not past; else the last. */
function focusOf(targets: readonly SubjectTarget[], horizon: string, month: string): SubjectTarget | undefined {
  const due = ({ target }: SubjectTarget) => target.deadline ?? "9999";
  const inOrder = [...targets].sort((a, b) => (due(a) < due(b) ? -1 : 1));
  const asked = inOrder.find(({ target }) => target.horizon === horizon && target.origin < month);
  return asked ?? inOrder.find((each) => due(each) >= month) ?? inOrder.at(-1);
}

const isWhole = ({ points, aims }: HistoryMarks) =>
  [...points, ...aims].every(({ value }) => value === null || Number.isInteger(value));
