/** A target of a measure that is to be added, as it was typed, checked by the rules that plan files are. DOMAIN sections 2 and 3. */
import type { TargetContent } from "@beizeng/db";
import type { Comparator, CurveKind, Hardness, Reading } from "@beizeng/db/vocabulary";
import type { Decimal } from "../domain/model.ts";
import { isMonth, type Month } from "../domain/month.ts";
import {
  directionOf,
  isNeverProRated,
  mostDecimals,
  type StatedTarget,
  type TargetGround,
  targetFaults,
} from "../domain/target-rules.ts";
import { targetSpans } from "../domain/target-spans.ts";
import { readTyped } from "../domain/typed-figure.ts";
import { type Answer, give } from "../problems.ts";
import { isAdditionField, refuseField } from "./asked-addition.ts";
import type { PlanOutline, TargetEntry } from "./outline.ts";

/** What is typed of a target; exactly one of `deadline`, `yearly` and `isStanding` is given. */
export interface TypedTarget {
  readonly reading: Reading;
  readonly comparator: Comparator;
  /** Decimal texts in the indicator's unit, percent for growth, 1 for done; `stretch` is the upper end of a range. */
  readonly value: string;
  readonly stretch?: string;
  readonly origin?: string;
  readonly deadline?: string;
  readonly yearly?: { readonly from: number; readonly to: number };
  readonly isStanding?: boolean;
  readonly hardness: Hardness;
  readonly clause: string;
  /** Left out: linear, or none where nothing is due before the deadline. */
  readonly curve?: Exclude<CurveKind, "custom">;
  /** Why it can be read in several ways. */
  readonly ambiguous?: string;
  /** Key of the headline target that declares itself made of parts of which this is one. */
  readonly partOf?: string;
}

/** A target that may be added, with the headline that it counts towards. */
export interface AskedTarget {
  readonly target: TargetContent;
  readonly partOf: TargetEntry | null;
}

/** The measure of which targets are asked, and from when it counts. */
export interface AskedMeasureGround extends TargetGround {
  readonly measure: string;
  readonly from: Month;
  /** Before the name of a field: which of the targets. */
  readonly place: string;
}

const timeRule = { zh: "期限、年度、长期须填且只填一项", en: "give one of deadline, years and standing, and only one" };
const monthRule = { zh: "应为2001-01至2099-12的月份 YYYY-MM", en: "a month YYYY-MM of 2001 to 2099" };

function readDecimal(field: "value" | "stretch", typed: string, most: number, place: string): Answer<Decimal> {
  const read = readTyped(typed, most);
  if (!read.ok) return refuseField(field, read.text, place);
  if (read.figure === null) return refuseField(field, { zh: "应为数字", en: "it must be a number" }, place);
  let [digits, decimals] = [read.figure, most];
  while (decimals > 0 && digits % 10 === 0) [digits, decimals] = [digits / 10, decimals - 1];
  return give({ digits, decimals });
}

/** The time as stated, its months real. */
function readTime(typed: TypedTarget, place: string): Answer<Pick<StatedTarget, "origin" | "deadline" | "yearly">> {
  const { origin, deadline, yearly, isStanding = false } = typed;
  const given = [deadline !== undefined, yearly !== undefined, isStanding].filter(Boolean).length;
  if (given !== 1) return refuseField("deadline", timeRule, place);
  const isReal = (month: string | undefined) =>
    month === undefined || (isMonth(month) && month >= "2001-01" && month <= "2099-12");
  if (!isReal(origin)) return refuseField("origin", monthRule, place);
  if (!isReal(deadline)) return refuseField("deadline", monthRule, place);
  return give({
    ...(origin !== undefined && { origin }),
    ...(deadline !== undefined && { deadline }),
    ...(yearly !== undefined && { yearly }),
  });
}

function readStated(
  typed: TypedTarget,
  { indicator, nature, issuedOn, place }: AskedMeasureGround,
): Answer<StatedTarget> {
  const time = readTime(typed, place);
  if (!time.ok) return time;
  const most = mostDecimals(typed.reading, indicator);
  const value = readDecimal("value", typed.value, most, place);
  if (!value.ok) return value;
  const stretch = typed.stretch === undefined ? null : readDecimal("stretch", typed.stretch, most, place);
  if (stretch !== null && !stretch.ok) return stretch;
  const { reading, comparator, isStanding = false } = typed;
  const curve = typed.curve ?? (isNeverProRated({ reading, isStanding }) ? "none" : "linear");
  const stated: StatedTarget = {
    ...time.value,
    ...{ reading, comparator, isStanding, curve, value: value.value },
    ...(stretch !== null && { stretch: stretch.value }),
  };
  const [fault] = targetFaults(stated, { indicator, nature, issuedOn });
  if (fault === undefined) return give(stated);
  return refuseField(isAdditionField(fault.field) ? fault.field : "value", fault.text, place);
}

/** The headline that a target counts towards: made of parts of the same indicator, reading and horizon. */
function readWhole(
  { targetByKey }: PlanOutline,
  { partOf, reading }: TypedTarget,
  { indicator, place }: AskedMeasureGround,
  horizons: readonly string[],
): Answer<TargetEntry | null> {
  if (partOf === undefined) return give(null);
  const whole = targetByKey.get(partOf);
  const [part] = whole?.parts ?? [];
  const isLike =
    part !== undefined &&
    part.row.reading === reading &&
    part.measure.row.indicator.key === indicator.key &&
    horizons.every((horizon) => horizon === whole?.row.horizon);
  if (whole !== undefined && isLike) return give(whole);
  const en = "it must be one that is made of parts of the same indicator, reading and horizon";
  return refuseField("partOf", { zh: "须由同一指标、口径、目标期的目标分解而成", en }, place);
}

/** The typed target, one a year of a yearly quota; or why it cannot be one of the measure. */
export function readTargets(
  typed: TypedTarget,
  outline: PlanOutline,
  ground: AskedMeasureGround,
): Answer<readonly AskedTarget[]> {
  const { place, from, measure, issuedOn } = ground;
  const stated = readStated(typed, ground);
  if (!stated.ok) return stated;
  const { reading, comparator, curve, value } = stated.value;
  if (value === null) throw new Error(`the value of ${measure} was not read`);
  const clause = typed.clause.trim();
  if (clause === "") return refuseField("clause", { zh: "请写明出自哪一条", en: "say where it stands" }, place);
  const spans = targetSpans(stated.value, issuedOn);
  if (spans.some(({ deadline }) => deadline !== null && deadline < from)) {
    const early = { zh: `不得早于起计月份 ${from}`, en: `it must not be before the first month ${from}` };
    return refuseField(typed.yearly === undefined ? "deadline" : "yearly", early, place);
  }
  const horizons = spans.map(({ horizon }) => horizon);
  const whole = readWhole(outline, typed, ground, horizons);
  if (!whole.ok) return whole;
  const unclear = typed.ambiguous?.trim() ?? "";
  return give(
    spans.map((span) => ({
      target: {
        ...span,
        ...{ key: `${measure}.${reading}.${span.horizon}`, measure, reading, comparator, value, curve, clause },
        stretch: stated.value.stretch ?? null,
        direction: directionOf(comparator),
        isYearly: typed.yearly !== undefined,
        hardness: typed.hardness,
        table: [],
        ambiguous: unclear === "" ? null : { zh: unclear, en: unclear },
        implied: null,
        madeOf: null,
      },
      partOf: whole.value,
    })),
  );
}
