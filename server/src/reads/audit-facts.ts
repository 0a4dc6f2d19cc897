/** What an audit row's payload says, as a list to be read: names in words, figures with their decimals, old beside new. */
import type { AuditFact, AuditPart } from "../contract/audit.ts";
import { figureText } from "../domain/figures.ts";
import { ofDecimal, ofScaled } from "../domain/fraction.ts";
import type { Text } from "../domain/model.ts";
import { readingName } from "../domain/words.ts";
import { minuteInChina } from "../plans/china-day.ts";
import type { MeasureEntry, PlanOutline } from "../plans/outline.ts";
import { isRefusalCode, problemOf } from "../problems.ts";
import { asWritten, fieldName, wordOfValue } from "./audit-words.ts";

/** A member of a payload: JSON as it was kept. */
type Member = Readonly<Record<string, unknown>>;

const isMember = (value: unknown): value is Member =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The plan that a row is about, for the names of what it has; null where it is about none that is there. */
export type NamedPlan = PlanOutline | null;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A target as people call it: whose, which reading of what, by when. */
export function targetName(plan: NamedPlan, key: string): Text | null {
  const entry = plan?.targetByKey.get(key);
  if (entry === undefined) return null;
  const { row, measure } = entry;
  const [subject, own] = [measure.subject.row.name, readingName(row.reading, measure.row.indicator.name)];
  return {
    zh: `${subject.zh} · ${own.zh}（${row.deadline ?? "长期"}）`,
    en: `${subject.en} · ${own.en} (${row.deadline ?? "standing"})`,
  };
}

/** The name of a thing of the plan by its key, in the field that says which sort of thing it is. */
function nameIn(plan: NamedPlan, field: string, key: string): Text | null {
  if (plan === null) return null;
  if (field === "plan") return key === plan.facts.key ? plan.facts.jurisdiction.name : null;
  if (field === "department") return plan.departments.get(key)?.name ?? null;
  if (field === "subject") return plan.subjects.find(({ row }) => row.key === key)?.row.name ?? null;
  return field === "target" ? targetName(plan, key) : null;
}

const figureFields = ["entries", "exits", "stock", "amount"];
/** Members that hold what stood before, under the same names. */
const formerFields = ["before", "former"];
/** Parts shown of one row: a plan that was loaded has hundreds of targets. */
const partsShown = 100;

const nothing = asWritten("—");
const yesNo = { true: { zh: "是", en: "yes" }, false: { zh: "否", en: "no" } } as const;

/** A refusal's code as the sentence that it was told in, without what it named. */
function refusalText(code: string): Text {
  if (!isRefusalCode(code)) return asWritten(code);
  const told = { code, field: "…", value: "…", allowed: "…" };
  return { zh: problemOf(told, "zh").message, en: problemOf(told, "en").message };
}

const isDecimal = (value: Member): value is { digits: number; decimals: number } =>
  typeof value.digits === "number" && typeof value.decimals === "number";

/** What a row is about, as far as its members' names and decimals need it. */
interface About {
  readonly plan: NamedPlan;
  readonly measure: MeasureEntry | null;
}

function textOf(field: string, value: unknown, about: About): Text {
  if (value === null || value === undefined) return nothing;
  if (typeof value === "boolean") return yesNo[`${value}`];
  if (typeof value === "number" && figureFields.includes(field) && about.measure !== null) {
    const { decimals, unit } = about.measure.row.indicator;
    const text = figureText(ofScaled(value, decimals), decimals);
    return { zh: `${text}${unit.zh}`, en: `${text} ${unit.en}` };
  }
  if (Array.isArray(value)) {
    const texts = value.map((each) => textOf(field, each, about));
    return { zh: texts.map(({ zh }) => zh).join("、"), en: texts.map(({ en }) => en).join(", ") };
  }
  if (isMember(value)) {
    if (isDecimal(value)) return asWritten(figureText(ofDecimal(value), value.decimals));
    if (typeof value.zh === "string" && typeof value.en === "string") return { zh: value.zh, en: value.en };
    return asWritten(JSON.stringify(value));
  }
  const text = String(value);
  if (field === "code") return refusalText(text);
  if (instant.test(text)) return asWritten(minuteInChina(text));
  return wordOfValue(field, text) ?? nameIn(about.plan, field, text) ?? asWritten(text);
}

const isList = (value: unknown): value is readonly Member[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMember);

const same = (left: Text, right: Text) => left.zh === right.zh && left.en === right.en;

/** The facts of one member of a payload; empty ones are left out unless something stood there before. */
function factsOf(member: Member, about: About): AuditFact[] {
  const former = formerFields.map((field) => member[field]).find(isMember) ?? {};
  const fields = [...new Set([...Object.keys(member), ...Object.keys(former)])];
  return fields.flatMap((field) => {
    const value = member[field];
    if (formerFields.includes(field) || isList(value)) return [];
    const text = textOf(field, value, about);
    const before = Object.hasOwn(former, field) ? textOf(field, former[field], about) : null;
    const isSame = before === null || same(before, text);
    if (isSame && same(text, nothing)) return [];
    return [{ name: fieldName(field), before: isSame ? null : before, value: text }];
  });
}

/** What a member of a list is about: a measure by name, else its own key, else its place. */
function partName(field: string, member: Member, place: number, measure: MeasureEntry | null): Text {
  if (measure !== null) {
    const { subject, row } = measure;
    const [own, scope] = [row.indicator.name, row.scope?.name];
    return {
      zh: `${subject.row.name.zh} · ${own.zh}${scope === undefined ? "" : `（${scope.zh}）`}`,
      en: `${subject.row.name.en} · ${own.en}${scope === undefined ? "" : ` (${scope.en})`}`,
    };
  }
  const key = ["measure", "target", "account", "plan", "key"]
    .map((name) => member[name])
    .find((own) => typeof own === "string");
  const { zh, en } = fieldName(field);
  return typeof key === "string" ? asWritten(key) : { zh: `${zh} ${place + 1}`, en: `${en} ${place + 1}` };
}

function partsOfList(field: string, list: readonly Member[], plan: NamedPlan): AuditPart[] {
  return list.flatMap((member, place) => {
    const measure = plan?.measures.find(({ row }) => row.key === member.measure) ?? null;
    const { measure: _, ...rest } = member;
    const name = partName(field, member, place, measure);
    return [
      { name, facts: factsOf(measure === null ? member : rest, { plan, measure }) },
      ...partsOfLists(member, plan),
    ];
  });
}

function partsOfLists(member: Member, plan: NamedPlan): AuditPart[] {
  return Object.entries(member).flatMap(([field, value]) => (isList(value) ? partsOfList(field, value, plan) : []));
}

/** The parts of a payload: what it says as a whole, then each thing that it lists; of very many only the first. */
export function auditParts(payload: unknown, plan: NamedPlan): AuditPart[] {
  const whole = isMember(payload) ? payload : { lines: payload };
  const facts = factsOf(whole, { plan, measure: null });
  const parts = [...(facts.length === 0 ? [] : [{ name: null, facts }]), ...partsOfLists(whole, plan)];
  const left = parts.length - partsShown;
  if (left <= 0) return parts;
  return [...parts.slice(0, partsShown), { name: { zh: `另有 ${left} 项`, en: `${left} more` }, facts: [] }];
}
