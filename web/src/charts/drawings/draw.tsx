/** Every chart of a plan as a drawing, of the answer that its page is given: what a picture of it shows is what the page shows. */
import type {
  Comparison,
  DepartmentHistories,
  LightMap,
  Outlook,
  Progress,
  Shortfalls,
  Steps,
  Subject,
} from "../../api/types.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { listed } from "../../words/listed.ts";
import { quotationLine } from "../../words/quotation-line.ts";
import type { Words } from "../../words/spoken-words.ts";
import { CompletionChart } from "../completion-chart.tsx";
import { HistoryChart } from "../history-chart.tsx";
import { monthNumber } from "../history-marks.ts";
import { LightMapChart } from "../light-map-chart.tsx";
import { OutlookChart } from "../outlook-chart.tsx";
import { ShortfallChart } from "../shortfall-chart.tsx";
import { StepChart } from "../step-chart.tsx";
import { UnitHistoryChart } from "../unit-history-chart.tsx";
import { chainIndicators, sortRows } from "./chain-rows.ts";
import { type CompletionOf, completionMarks } from "./completion.ts";
import { type Drawing, drawnWidth } from "./drawing.ts";
import { bulletLegend, historyLegend, lightLegend, outlookLegend, stepsLegend, unitHistoryLegend } from "./legends.tsx";
import { mapChoices, rowsOf } from "./light-map-rows.ts";
import {
  chainsTitle,
  headlineTitle,
  isProjected,
  lightMarks,
  lightsSubtitle,
  outlookMarks,
  shortfallMarks,
} from "./month-marks.ts";
import { panelsOf } from "./panels.ts";
import { seenOf } from "./seen.ts";
import {
  gutterOf,
  historyHeight,
  mostTargets,
  stepMarks,
  stepShades,
  stepsHeight,
  tintsOf,
  unitHistorySubtitle,
  unitMarks,
} from "./time-marks.ts";

const width = drawnWidth.alone;
/** The height of a row in px where nobody's finger needs to hit it. */
const rowHeight = 44;

const alone = (chart: Drawing["charts"][number]["chart"]) => [{ heading: null, chart }];

const bars = (words: Words, rows: readonly CompletionOf[], label: string) =>
  alone(<CompletionChart {...completionMarks(words, rows, width)} rowHeight={rowHeight} label={label} />);

/** What a chart is drawn of; each answers null where the page shows no chart either. */
export const drawings = {
  headline: (words: Words, { headline, quotation }: Progress): Drawing | null => {
    const assessments = headline.flatMap((each) => each.assessments);
    if (assessments.length === 0) return null;
    const title = headlineTitle(words, assessments);
    return {
      ...{ title, subtitle: quotationLine(words, quotation), legend: bulletLegend(words) },
      charts: bars(
        words,
        assessments.map((assessment) => ({
          name: indicatorName(words, { ...assessment, scopeName: null }),
          assessment,
        })),
        title,
      ),
    };
  },

  chains: (words: Words, { chains, quotation }: Progress, indicator?: string): Drawing | null => {
    const { say } = words;
    const indicators = chainIndicators(chains);
    const chosen = indicators.find(({ key }) => key === indicator) ?? indicators[0];
    if (chosen === undefined) return null;
    const title = chainsTitle(words, chosen);
    const rows = sortRows(chosen.rows, "gap", say);
    return {
      ...{ title, subtitle: quotationLine(words, quotation, say(chosen.unit)), legend: bulletLegend(words) },
      charts: bars(
        words,
        rows.map(({ subject, assessment }) => ({ name: say(subject.name), assessment })),
        title,
      ),
    };
  },

  comparison: (words: Words, { groups, horizon, quotation }: Comparison, indicator?: string): Drawing | null => {
    const { say } = words;
    const group = groups.find(({ key }) => key === indicator) ?? groups[0];
    if (group === undefined) return null;
    const title = say(group.sentence);
    return {
      title,
      subtitle: `${words.horizon(horizon)} · ${quotationLine(words, quotation, say(group.unit))}`,
      legend: bulletLegend(words),
      charts: bars(
        words,
        group.rows.map(({ subject, assessment, isOwn }) => ({ name: say(subject.name), assessment, isOwn })),
        title,
      ),
    };
  },

  shortfalls: (words: Words, { groups, quotation }: Shortfalls, indicator?: string): Drawing | null => {
    const lacking = groups.filter(({ rows }) => rows.length > 0);
    const group = lacking.find(({ key }) => key === indicator) ?? lacking[0];
    if (group === undefined) return null;
    const title = words.say(group.sentence);
    return {
      ...{ title, subtitle: quotationLine(words, quotation, words.say(group.unit)) },
      legend: lightLegend(words, (light) => group.rows.some((row) => row.light === light)),
      charts: alone(<ShortfallChart {...shortfallMarks(words, group, width)} label={title} />),
    };
  },

  /** The ranking of the gap at the month looked at says what has been behind for longest. */
  lights: (
    words: Words,
    map: LightMap,
    { longest, quotation }: Pick<Shortfalls, "longest" | "quotation">,
    indicator?: string,
  ): Drawing | null => {
    if (map.rows.length === 0 || map.months.length === 0) return null;
    const rows = rowsOf(map, mapChoices(map).find(({ key }) => key === indicator) ?? null);
    const title = words.say(longest);
    return {
      ...{ title, subtitle: lightsSubtitle(words, map, quotation.month) },
      legend: lightLegend(words, (light) => rows.some(({ lights }) => lights.includes(light))),
      charts: alone(
        <LightMapChart
          months={map.months}
          rows={lightMarks(words, map, rows)}
          width={width}
          chosen={map.months.indexOf(quotation.month)}
          pointed={null}
          label={title}
          yearName={(year) => words.t("month.year", { year })}
        />,
      ),
    };
  },

  outlook: (words: Words, { prospects, sentence, quotation }: Outlook): Drawing | null => {
    const projected = prospects.filter(isProjected);
    if (projected.length === 0) return null;
    const title = words.say(sentence);
    return {
      ...{ title, subtitle: quotationLine(words, quotation), legend: outlookLegend(words) },
      charts: alone(<OutlookChart {...outlookMarks(words, projected, width)} label={title} />),
    };
  },

  /** The history of one measure (`measure.reading`) by itself, or those of a subject as small multiples. */
  history: (words: Words, answer: Subject, horizon: string, measure?: string): Drawing | null => {
    const { t, say, language } = words;
    const { subject, quotation } = answer;
    const all = panelsOf(answer, horizon, quotation.month);
    const shown = all.panels.filter(({ key }) => measure === undefined || key === measure);
    const [first, ...others] = shown;
    if (first === undefined) return null;
    const isOne = others.length === 0;
    const charts = shown.map((panel) => {
      const title = seenOf(words, panel.focus);
      const targets = listed(
        language,
        panel.targets.map(({ target }) => say(target.text)),
      );
      return {
        heading: isOne ? null : `${title} · ${t("unitIs", { unit: say(panel.unit) })}`,
        chart: (
          <HistoryChart
            marks={panel.marks}
            scale={panel.scale}
            first={all.first}
            last={all.last}
            asOf={monthNumber(quotation.month)}
            pointed={null}
            label={t("chain.label", { title, targets })}
            width={isOne ? width : drawnWidth.multiple}
            height={isOne ? 260 : historyHeight(all)}
            gutter={gutterOf(all)}
          />
        ),
      };
    });
    return {
      title: isOne ? `${say(subject.name)}：${seenOf(words, first.focus)}` : say(subject.name),
      subtitle: quotationLine(words, quotation, isOne ? say(first.unit) : undefined),
      legend: historyLegend(words),
      charts,
    };
  },

  steps: (words: Words, { groups, quotation }: Steps, indicator?: string): Drawing | null => {
    const group = groups.find(({ key }) => key === indicator) ?? groups[0];
    if (group === undefined) return null;
    const title = words.say(group.sentence);
    return {
      ...{ title, subtitle: quotationLine(words, quotation, words.say(group.unit)) },
      legend: stepsLegend(words, group.sources, tintsOf(group), stepShades),
      charts: alone(<StepChart {...stepMarks(words, group)} width={width} height={stepsHeight} label={title} />),
    };
  },

  /** One unit's months; of several each under its own sentence, all on one scale. */
  "department-histories": (words: Words, answer: DepartmentHistories): Drawing | null => {
    const units = answer.units.filter(({ months }) => months.length > 0);
    const [first, ...others] = units;
    if (first === undefined) return null;
    const isOne = others.length === 0;
    const most = mostTargets(units);
    const legend = units.flatMap((unit) => unitHistoryLegend(words, unit));
    const names = listed(
      words.language,
      units.map(({ department }) => words.say(department.name)),
    );
    return {
      title: isOne ? words.say(first.sentence) : names,
      subtitle: unitHistorySubtitle(words, answer),
      legend: [...new Map(legend.map((item) => [item.key, item])).values()],
      charts: units.map((unit) => {
        const label = words.say(unit.sentence);
        const wide = isOne ? width : drawnWidth.multiple;
        const chart = (
          <UnitHistoryChart
            key={unit.department.key}
            {...unitMarks(words, unit)}
            most={most}
            width={wide}
            label={label}
          />
        );
        return { heading: isOne ? null : label, chart };
      }),
    };
  },
} as const;
