/** A rule of appraisal (季考评) as it was typed, checked before it is tried or written. */
import type {
  BookAppraisalRule,
  BookAppraisedIndicator,
  IndicatorContent,
  KnownIndicator,
  MeasureContent,
} from "@beizeng/db";
import type { AppraisalMethod, Nature } from "@beizeng/db/vocabulary";
import { marksDecimals } from "../domain/appraisal.ts";
import type { Month } from "../domain/month.ts";
import { readTyped } from "../domain/typed-figure.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { readFrom, refuseField } from "./asked-addition.ts";
import { readTypedIndicator, type TypedIndicator } from "./asked-measure.ts";
import type { PlanOutline, SubjectEntry } from "./outline.ts";

/** What is typed of one appraised indicator: one that a plan has, by key, or a new one; marks and base as they are written. */
export interface TypedAppraised {
  readonly indicator?: string;
  readonly newIndicator?: TypedIndicator;
  readonly method: AppraisalMethod;
  readonly fullMarks: string;
  readonly base?: string;
  readonly capPercent?: number;
  readonly stepMarks?: string;
}

/** What is typed of a rule. */
export interface TypedAppraisal {
  /** The first month that is appraised by it, YYYY-MM. */
  readonly from: string;
  /** Key of the subject whose measures are appraised. */
  readonly subject: string;
  /** Keys of the units; a group stands for its members. */
  readonly units: readonly string[];
  readonly indicators: readonly TypedAppraised[];
}

/** A rule that may be set, with the indicators that are new and the measures that the plan has not yet. */
export interface AskedAppraisal {
  readonly from: Month;
  readonly subject: SubjectEntry;
  readonly rule: Pick<BookAppraisalRule, "from" | "subject" | "indicators" | "units">;
  readonly indicators: readonly IndicatorContent[];
  readonly measures: readonly { readonly measure: MeasureContent; readonly indicator: IndicatorContent }[];
}

/** What is known beside the plan: every indicator, and the last month that is closed; null where none is. */
export interface AppraisalKnowledge {
  readonly indicators: readonly KnownIndicator[];
  readonly lastClosed: Month | null;
}

/** Numbers of rows that are not stored. */
const notStored = -1;
const mostMarks = 100_000;
const mostBaseDecimals = 6;

/** The key of the measure of a unit's figure of an indicator. */
export function appraisedMeasureKey(subject: string, indicator: string, unit: string): string {
  return `${subject}.${indicator}.${unit}`;
}

/** Its figure is taken as it stands at the quarter's end: a rate in percent, anything else as a level. */
const natureOf = ({ unit }: Pick<IndicatorContent, "unit">): Nature => (unit.zh === "%" ? "rate" : "level");

function readMarks(typed: string | undefined, most: number): number | null {
  const read = readTyped(typed ?? "", marksDecimals);
  return read.ok && read.figure !== null && read.figure > 0 && read.figure <= most ? read.figure : null;
}

function readBase(typed: string | undefined) {
  const read = readTyped(typed ?? "", mostBaseDecimals);
  if (!read.ok || read.figure === null || read.figure <= 0) return null;
  let [digits, decimals] = [read.figure, mostBaseDecimals];
  while (decimals > 0 && digits % 10 === 0) [digits, decimals] = [digits / 10, decimals - 1];
  return { digits, decimals };
}

function readMethod(typed: TypedAppraised, place: string): Answer<Omit<BookAppraisedIndicator, "indicator">> {
  const { method } = typed;
  const fullMarks = readMarks(typed.fullMarks, mostMarks);
  if (fullMarks === null) {
    return refuseField(
      "fullMarks",
      { zh: "应大于0、不超过1000，最多两位小数", en: "above 0, 1000 at most, two decimals at most" },
      place,
    );
  }
  const none = { base: null, capPercent: null, stepMarks: null };
  if (method === "against-best") return give({ method, fullMarks, ...none });
  if (method === "by-rank") {
    const stepMarks = readMarks(typed.stepMarks, fullMarks);
    if (stepMarks !== null) return give({ method, fullMarks, ...none, stepMarks });
    return refuseField(
      "stepMarks",
      { zh: "应大于0、不超过满分，最多两位小数", en: "above 0, full marks at most, two decimals at most" },
      place,
    );
  }
  const base = readBase(typed.base);
  if (base === null) return refuseField("base", { zh: "应为大于0的数", en: "a number above 0" }, place);
  const capPercent = typed.capPercent ?? 100;
  if (Number.isInteger(capPercent) && capPercent >= 100 && capPercent <= 200) {
    return give({ method, fullMarks, ...none, base, capPercent });
  }
  return refuseField("capPercent", { zh: "应为100至200的整数", en: "a whole number from 100 to 200" }, place);
}

function readUnits(units: readonly string[], { departments }: PlanOutline): Answer<readonly string[]> {
  const keys = new Set<string>();
  for (const key of units) {
    const unit = departments.get(key);
    if (unit === undefined) return refuse({ code: "unknown-department", field: "units", value: key });
    for (const each of unit.kind === "group" ? unit.members.map(({ department }) => department) : [key]) keys.add(each);
  }
  if (keys.size >= 2) return give([...keys]);
  return refuseField("units", { zh: "至少要有两个单位", en: "there must be two units" });
}

/** The typed rule, or why it cannot be one: who tries it and who sets it are told the same. */
export function readAppraisal(
  typed: TypedAppraisal,
  outline: PlanOutline,
  { indicators: stored, lastClosed }: AppraisalKnowledge,
): Answer<AskedAppraisal> {
  const subject = outline.subjects.find(({ row }) => row.key === typed.subject);
  if (subject === undefined) {
    const allowed = outline.subjects.map(({ row }) => row.key).join(", ");
    return refuse({ code: "unknown-subject", field: "subject", value: typed.subject, allowed });
  }
  const from = readFrom(typed.from, outline, lastClosed);
  if (!from.ok) return from;
  const units = readUnits(typed.units, outline);
  if (!units.ok) return units;
  if (typed.indicators.length === 0) {
    return refuseField("indicator", { zh: "至少要有一个指标", en: "there must be one" });
  }
  const known = [...stored];
  const contents: IndicatorContent[] = [];
  const rules: BookAppraisedIndicator[] = [];
  for (const [index, each] of typed.indicators.entries()) {
    const place = `indicators.${index}.`;
    const indicator = readTypedIndicator(each, outline, known);
    if (!indicator.ok) return indicator;
    const { id, ...said } = indicator.value;
    if (rules.some((rule) => rule.indicator === id)) {
      return refuseField("indicator", { zh: `${said.name.zh} 重复`, en: `${said.name.en} stands twice` }, place);
    }
    const method = readMethod(each, place);
    if (!method.ok) return method;
    if (!known.some(({ key }) => key === id)) known.push({ ...said, key: id, id: notStored });
    contents.push(indicator.value);
    rules.push({ indicator: id, ...method.value });
  }
  const there = new Map(outline.measures.map((measure) => [measure.row.key, measure.row]));
  const wanted = contents.flatMap((indicator) =>
    units.value.map((unit) => ({ indicator, unit, key: appraisedMeasureKey(typed.subject, indicator.id, unit) })),
  );
  const held = wanted.flatMap(({ key, indicator }) => {
    const row = there.get(key);
    return row === undefined || row.nature === natureOf(indicator) ? [] : [indicator.name];
  });
  const [other] = held;
  if (other !== undefined) {
    return refuseField("indicator", {
      zh: `${other.zh} 已按另一口径填报`,
      en: `${other.en} is reported in another way`,
    });
  }
  const measures = wanted
    .filter(({ key }) => !there.has(key))
    .map(({ indicator, unit, key }) => {
      const name = outline.departments.get(unit)?.name ?? { zh: unit, en: unit };
      const scope = { id: unit, kind: "unit", name } as const;
      const own = { key, subject: typed.subject, indicator: indicator.id, nature: natureOf(indicator) };
      return { indicator, measure: { ...own, scope, opening: null, reporting: unit } };
    });
  return give({
    from: from.value,
    subject,
    rule: { from: from.value, subject: typed.subject, indicators: rules, units: [...units.value] },
    indicators: contents,
    measures,
  });
}
