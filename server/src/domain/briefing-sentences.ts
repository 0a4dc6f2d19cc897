/**
 * The text of a briefing (通报材料) in the official style: 总体情况, 存在问题, 下步工作. Made from the values that its tables show, so
 * that it cannot say anything else than they do; what is to be done next is who is asked for what, never a measure.
 */
import type { Light } from "../../../db/src/vocabulary.ts";
import { lackingInWords, monthOfText, targetSentence } from "./briefing-clauses.ts";
import { nextSteps } from "./briefing-next.ts";
import type { ToldBriefing, ToldLights, ToldSubject, ToldTarget } from "./briefing-told.ts";
import {
  endOfMonth,
  monthInWords,
  namesOf,
  owedPeriod,
  type SectionKey,
  sectionKeys,
  sectionNames,
  wholePlace,
} from "./briefing-words.ts";
import { monthOfYear } from "./month.ts";
import { lightWord, reportingWords } from "./words.ts";

/** How many targets, and how many units, a sentence names; the tables have them all. */
const named = { targets: 5, units: 6, waiting: 3, furthest: 2 };

function countedLights({ rows }: ToldLights, unit: string): string {
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return `均${only.word.zh}`;
  return rows.map(({ word, count, share }) => `${word.zh}${count}${unit}，占${share.text}`).join("；");
}

function countsOfAll({ lights, plan, month, horizonName }: ToldBriefing): string {
  const start = `截至${endOfMonth(monthOfText(month))}，《${plan.title.zh}》${horizonName.zh}目标`;
  if (lights.total === 0) return `${start}未设考核内容。`;
  const [only] = lights.rows;
  if (lights.rows.length === 1 && only !== undefined) {
    if (only.light === "met") return `${start}共${lights.total}项，已全部完成。`;
    return `${start}共${lights.total}项，${countedLights(lights, "项")}。`;
  }
  return `${start}共${lights.total}项，其中：${countedLights(lights, "项")}。`;
}

function countsOfChains({ chains, chainLights }: ToldBriefing): readonly string[] {
  const judged = chains.filter(({ targets }) => targets.length > 0);
  const [only, ...others] = judged;
  if (only === undefined) return [];
  if (others.length === 0) return [`设目标的产业链为${only.subject.name.zh}，${chainState(only)}。`];
  if (chainLights.rows.length === 1) return [`${chainLights.total}条产业链${countedLights(chainLights, "条")}。`];
  return [`按各链最需关注的目标计，${chainLights.total}条产业链中，${countedLights(chainLights, "条")}。`];
}

const chainState = ({ targets, lightWord: word }: ToldSubject): string =>
  targets.every(({ assessment }) => assessment.light === null) ? "未亮灯" : `亮灯为${word.zh}`;

/** 9月底 within the year that the text began with; 2022年底 for a year's end. */
function shortEnd(text: string, month: string): string {
  const [of, now] = [monthOfText(text), monthOfText(month)];
  const isPlain = of === now && monthOfYear(of) !== 12;
  return isPlain ? `${monthOfYear(of)}月底` : endOfMonth(of);
}

/** What is said of a subject of which there is nothing else to say; null where there is. */
function blankOf({ subject, targets }: ToldSubject, told: ToldBriefing): string | null {
  const nothing = targets.every(({ assessment }) => assessment.achieved.value === null);
  if (nothing && targets.every(({ assessment }) => assessment.light === "unreported")) {
    return `${subject.name.zh}各项${owedPeriod(told)}数据均${reportingWords[told.basis].lacking.zh}。`;
  }
  if (nothing && targets.every(({ assessment }) => assessment.cause === "before-first-period")) {
    return `${subject.name.zh}各项尚未到首个填报期。`;
  }
  return null;
}

function headlineParagraph(told: ToldBriefing, each: ToldSubject, isFirst: boolean): string {
  const { plan, month, basis } = told;
  const { subject, targets } = each;
  const blank = blankOf(each, told);
  if (blank !== null) return blank;
  const deadline = targets[0]?.assessment.deadline ?? null;
  const asOf = deadline !== null && deadline < month ? deadline : month;
  const place = wholePlace(plan.jurisdiction.kind, plan.jurisdiction.name.zh);
  const start = isFirst ? `截至${shortEnd(asOf, month)}，${place}` : `${subject.name.zh}方面，`;
  const said = (target: ToldTarget) =>
    targetSentence(target, { month: monthOfText(month), basis, period: owedPeriod(told) });
  const isWaiting = ({ assessment }: ToldTarget) => assessment.light === "not-due";
  const judged = targets.filter((target) => !isWaiting(target)).map((target) => `${said(target)}。`);
  const waiting = targets.filter(isWaiting);
  // What a plan is about is said whole; of what stands beside it, only how it stands.
  const isListed = isFirst || waiting.length <= named.waiting;
  const open = (isListed ? listedWaiting : countedWaiting)(waiting, said, judged.length > 0);
  return `${start}${judged.join("")}${open}`;
}

/** What is not due yet, one by one. */
function listedWaiting(waiting: readonly ToldTarget[], said: (target: ToldTarget) => string, hasJudged: boolean) {
  if (waiting.length === 0) return "";
  return `${hasJudged ? "其余目标尚未到期：" : "尚未到期的目标："}${waiting.map(said).join("；")}。`;
}

/** How many of what is not due yet are there already, and which are furthest from it. */
function countedWaiting(waiting: readonly ToldTarget[], said: (target: ToldTarget) => string, hasJudged: boolean) {
  const start = `${hasJudged ? "其余" : ""}${waiting.length}项目标尚未到期`;
  const having = (isMet: boolean | null) => waiting.filter(({ assessment }) => assessment.isMet === isMet);
  const [there, short, unknown] = [having(true), having(false), having(null)];
  if (there.length === waiting.length) return `${start}，均已达到目标值。`;
  const counts = [
    there.length === 0 ? "" : `已达到目标值${there.length}项`,
    short.length === 0 ? "" : `尚未达到${short.length}项`,
    unknown.length === 0 ? "" : `尚无数据${unknown.length}项`,
  ].filter((count) => count !== "");
  const furthest = short
    .flatMap((target) => {
      const share = target.assessment.completion.value;
      return share === null ? [] : [{ target, share }];
    })
    .toSorted((left, right) => left.share - right.share)
    .slice(0, named.furthest)
    .map(({ target }) => said(target));
  const listed = furthest.length === 0 ? "" : `，其中完成率较低的：${furthest.join("；")}`;
  return `${start}：${counts.join("，")}${listed}。各项见附件。`;
}

function overall(told: ToldBriefing): string[] {
  return [
    `${countsOfAll(told)}${countsOfChains(told).join("")}`,
    ...told.headline.map((subject, place) => headlineParagraph(told, subject, place === 0)),
  ];
}

/** A target that is behind: what it lacks, since when, and who answers for it. */
function problemOf(target: ToldTarget): string {
  const { lead, responsible, since, assessment } = target;
  const role = lead.length > 0 ? "牵头单位" : "责任单位";
  const units = lead.length > 0 ? lead : responsible;
  const told = [
    since === null || assessment.light === "missed" ? "" : `${monthInWords(monthOfText(since))}起滞后`,
    units.length === 0
      ? ""
      : `${role}：${namesOf(
          units.map(({ zh }) => zh),
          3,
        )}`,
  ].filter((part) => part !== "");
  return told.length === 0 ? lackingInWords(target) : `${lackingInWords(target)}（${told.join("，")}）`;
}

function problemsAt(light: Light, { behind, basis }: ToldBriefing): string[] {
  const found = behind.filter(({ assessment }) => assessment.light === light);
  if (found.length === 0) return [];
  const word = lightWord(light, basis).zh;
  const rest = found.length > named.targets ? "等，其余见附件" : "";
  const list = found.slice(0, named.targets).map(problemOf).join("；");
  return [`${word}的目标${found.length}项：${list}${rest}。`];
}

function unitsBehind({ departments }: ToldBriefing): string[] {
  const behind = departments.filter((unit) => unit.behind > 0).toSorted((left, right) => right.behind - left.behind);
  if (behind.length === 0) return [];
  const listed = behind.map(({ department, behind: count }) => `${department.name.zh}${count}项`);
  return [`涉及的责任单位：${namesOf(listed, named.units)}（共同负责的，各单位分别计入）。`];
}

function reportsMissing(told: ToldBriefing): string[] {
  const { owing, basis, reporting } = told;
  const period = owedPeriod(told);
  const listed = owing.map(({ name, targets }) => `${name.zh}（涉及目标${targets}项）`);
  const late = reporting.units.filter(({ cells }) =>
    cells.some((each) => each?.cell.period === reporting.latestPeriod && each.cell.punctuality === "late"),
  );
  const lacking = basis === "statistics" ? "数据尚未核定的单位" : "数据未报的单位";
  return [
    ...(listed.length === 0 ? [] : [`${period}${lacking}：${namesOf(listed, named.units)}。`]),
    ...(late.length === 0 || basis === "statistics"
      ? []
      : [
          `${period}数据逾期报送的单位：${namesOf(
            late.map(({ name }) => name.zh),
            named.units,
          )}。`,
        ]),
  ];
}

function notAllocated({ reconciliations }: ToldBriefing): string[] {
  return reconciliations.flatMap(({ name, unit, targetValue, unallocated }) => {
    const side = Math.sign(unallocated.value ?? 0);
    if (side === 0) return [];
    const of = `${name.zh}总体目标${targetValue.text}${unit.zh}`;
    const amount = `${unallocated.text.replace("−", "")}${unit.zh}`;
    return [side > 0 ? `${of}中，尚有${amount}未分解。` : `${of}，分解数超出${amount}。`];
  });
}

function problems(told: ToldBriefing): string[] {
  const found = [
    ...problemsAt("missed", told),
    ...problemsAt("far-behind", told),
    ...problemsAt("behind", told),
    ...unitsBehind(told),
    ...reportsMissing(told),
    ...notAllocated(told),
  ];
  if (found.length > 0) return found;
  const isJudged = told.lights.rows.some(({ light }) => light !== null && light !== "not-due");
  return [isJudged ? "没有滞后或未完成的目标，也没有缺少的数据。" : "各项目标尚未到评定进度的时候，暂无滞后目标。"];
}

/** The sections of a briefing's text, in the order of a 通报. */
export function briefingSections(
  told: ToldBriefing,
): { readonly key: SectionKey; readonly heading: string; readonly paragraphs: string[] }[] {
  const paragraphs = { overall, problems, next: nextSteps };
  return sectionKeys.map((key) => ({ key, heading: sectionNames[key], paragraphs: paragraphs[key](told) }));
}
