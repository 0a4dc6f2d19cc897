/** The native charts of a briefing: the chains beside each other, and the lights month by month. */
import { lights as lightsInOrder } from "../../../../db/src/vocabulary.ts";
import { lightWord } from "../../domain/words.ts";
import type { ChartPoint, ChartSeries, OfficeChart } from "../office/chart.ts";
import type { FontPair } from "../office/drawing.ts";
import { edgeColor, inkColor, lightColors, noLightColor } from "../office/light-colors.ts";
import type { Briefing, BriefingTarget } from "./briefing.ts";
import type { PrintedBriefing, PrintedTarget } from "./document-value.ts";

/** The latest months that fit beside each other. */
const mostMonths = 12;
/** More bars than these cannot be read on one page. */
const mostBars = 24;

interface NamedTarget {
  readonly subject: string;
  readonly target: PrintedTarget;
}

const isJudged = ({ target }: NamedTarget) => !["not-due", null].includes(target.assessment.light);

/**
 * Targets of one indicator and reading can be held against each other: those of which most are judged, and of as many judged
 * those that most chains have.
 */
function comparableTargets({ chains }: PrintedBriefing): readonly NamedTarget[] {
  const kinds = new Map<string, NamedTarget[]>();
  for (const { subject, targets } of chains) {
    for (const target of targets) {
      const { indicator, reading, scopeName, unit } = target.assessment;
      if (reading === "done" || scopeName !== null) continue;
      const kind = `${indicator}.${reading}.${unit.zh}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), { subject: subject.name.zh, target }]);
    }
  }
  const weight = (each: readonly NamedTarget[]) => each.filter(isJudged).length * 1000 + each.length;
  return [...kinds.values()].reduce((most, each) => (weight(each) > weight(most) ? each : most), []);
}

/** What lacks most stands first; what lacks nothing keeps the order of the document, what is not known stands last. */
function byShortfall(left: NamedTarget, right: NamedTarget): number {
  const isKnown = ({ target }: NamedTarget) => (target.assessment.achieved.value === null ? 0 : 1);
  const lacking = ({ target }: NamedTarget) => target.shortfall.value ?? 0;
  return isKnown(right) - isKnown(left) || lacking(right) - lacking(left);
}

function chainsTitle(shown: readonly NamedTarget[]): string {
  const [first] = shown;
  if (first === undefined) return "";
  const good = shown.filter(({ target: { assessment } }) => ["met", "on-schedule"].includes(assessment.light ?? ""));
  const lacking = first.target.shortfall;
  const worst =
    lacking.value === null || lacking.value <= 0
      ? ""
      : `，${first.subject}差${lacking.text}${first.target.assessment.unit.zh}`;
  return `${first.target.name.zh}：${shown.length}条产业链中${good.length}条达序时或已完成${worst}`;
}

const asPoint = ({ value, text }: ChartPoint): ChartPoint => ({ value, text });

/** The chains by one indicator that most of them have; null where fewer than two can be held against each other, or nothing is known. */
export function chainsChart(briefing: PrintedBriefing, fonts: FontPair): OfficeChart | null {
  const shown = [...comparableTargets(briefing)].sort(byShortfall).slice(0, mostBars);
  const [first] = shown;
  // What is known stands first.
  if (first === undefined || shown.length < 2 || first.target.assessment.achieved.value === null) return null;
  const of = (pick: (assessment: PrintedTarget["assessment"]) => ChartPoint) =>
    shown.map(({ target }) => pick(target.assessment));
  const series: readonly ChartSeries[] = [
    { name: "目标", mark: "open-bar", color: edgeColor, points: of(({ targetValue }) => asPoint(targetValue)) },
    {
      ...{ name: "已完成", mark: "bar", color: lightColors["on-schedule"], isLabelled: true },
      points: of(({ achieved, light, isCarriedForward }) => ({
        ...asPoint(achieved),
        color: light === null ? noLightColor : lightColors[light],
        isCarried: isCarriedForward,
      })),
    },
    { name: "序时", mark: "tick", color: inkColor, points: of(({ expected }) => asPoint(expected)) },
  ];
  return {
    title: chainsTitle(shown),
    subtitle: [`单位：${first.target.assessment.unit.zh}`, ...briefing.remarks.slice(0, 1)].join("　"),
    direction: "across",
    // The light stands in words beside the name, so that no colour is needed to know it.
    categories: shown.map(({ subject, target }) => `${subject}（${target.lightWord.zh}）`),
    series,
    fonts,
  };
}

/** What is judged and can be held against its schedule as a share of the target. */
const hasShare = ({ assessment: { completion, completionBasis, light } }: BriefingTarget) =>
  completion.value !== null && completionBasis === "increment" && light !== null && light !== "not-due";

/** The headline's targets by their completion beside the schedule's, as bullets on one scale; null where none can be drawn. */
export function headlineChart({ headline, remarks }: Briefing, fonts: FontPair): OfficeChart | null {
  const targets = headline.flatMap((subject) => subject.targets);
  const shown = targets.filter(hasShare).slice(0, mostBars);
  if (shown.length === 0) return null;
  const good = shown.filter(({ assessment: { light } }) => light === "met" || light === "on-schedule").length;
  const points = (pick: (target: BriefingTarget) => ChartPoint) => shown.map(pick);
  const left = targets.length - shown.length;
  return {
    title: `总体目标完成率：${shown.length}项中${good}项达序时或已完成`,
    subtitle: [
      ...["完成率（%）", ...remarks.slice(0, 1)],
      ...(left === 0 ? [] : [`另有${left}项未到期、未报或不按增量计，见下表`]),
    ].join("　"),
    direction: "across",
    categories: shown.map(({ name, lightWord: word }) => `${name.zh}（${word.zh}）`),
    series: [
      { name: "目标", mark: "open-bar", color: edgeColor, points: points(() => ({ value: 1, text: "100.0%" })) },
      {
        ...{ name: "完成率", mark: "bar", color: lightColors["on-schedule"], isLabelled: true },
        points: points(({ assessment: { completion, light, isCarriedForward } }) => ({
          ...asPoint(completion),
          color: light === null ? noLightColor : lightColors[light],
          isCarried: isCarriedForward,
        })),
      },
      {
        ...{ name: "序时", mark: "tick", color: inkColor },
        points: points(({ assessment: { scheduleShare } }) => asPoint(scheduleShare)),
      },
    ],
    fonts,
  };
}

/** How many targets had each light, month by month; null before anything is due. */
export function lightsChart({ heatMap, basis, remarks }: PrintedBriefing, fonts: FontPair): OfficeChart | null {
  const targets = heatMap.rows.filter(({ target }) => target !== null);
  const lit = heatMap.months.findIndex((_, at) => targets.some(({ lights }) => lights[at] !== null));
  const first = Math.max(0, lit, heatMap.months.length - mostMonths);
  const months = heatMap.months.slice(first);
  const series = lightsInOrder.flatMap((light): ChartSeries[] => {
    const counts = months.map((_, at) => targets.filter(({ lights }) => lights[first + at] === light).length);
    if (counts.every((count) => count === 0)) return [];
    const points = counts.map((count) => ({ value: count, text: String(count) }));
    return [{ name: lightWord(light, basis).zh, mark: "bar", color: lightColors[light], isLabelled: true, points }];
  });
  if (series.length === 0) return null;
  const good = (at: number) =>
    targets.filter(({ lights }) => ["met", "on-schedule"].includes(lights[first + at] ?? "")).length;
  const [before, now] = [good(0), good(months.length - 1)];
  const ofAll = `${targets.length}项目标中`;
  return {
    title: before === now ? `${ofAll}${now}项达序时或已完成` : `${ofAll}达序时或已完成的由${before}项变为${now}项`,
    subtitle: ["单位：项", ...remarks.slice(0, 1)].join("　"),
    direction: "up",
    isStacked: true,
    categories: months,
    series,
    fonts,
  };
}

/** How likely each target of the headline is to be met, the least likely first; null where none can be projected. */
export function outlookChart(
  { outlook, remarks }: Pick<Briefing, "outlook" | "remarks">,
  fonts: FontPair,
): OfficeChart | null {
  const projected = outlook.prospects.flatMap(({ indicatorName, targetText, forecast }) =>
    forecast === null ? [] : [{ name: `${indicatorName.zh} ${targetText.zh}`, probability: forecast.probability }],
  );
  const shown = projected.slice(0, mostBars);
  if (shown.length === 0) return null;
  return {
    title: outlook.sentence.zh,
    subtitle: ["如期完成的概率（%）", ...remarks.slice(0, 1), "空心条：100%"].join("　"),
    direction: "across",
    categories: shown.map(({ name }) => name),
    series: [
      {
        ...{ name: "100%", mark: "open-bar", color: edgeColor },
        points: shown.map(() => ({ value: 1, text: "100.0%" })),
      },
      {
        ...{ name: "完成概率", mark: "bar", color: inkColor, isLabelled: true },
        points: shown.map(({ probability }) => asPoint(probability)),
      },
    ],
    fonts,
  };
}
