/** The slides of a briefing: what is seen stands as the title of each, where it is from in its notes. */

import type { BuiltSection } from "../../domain/briefing-skeleton.ts";
import type { OfficeChart } from "../office/chart.ts";
import { presentationBytes } from "../slides/presentation.ts";
import { slideFonts } from "../slides/shapes.ts";
import type { Slide } from "../slides/slide.ts";
import { achievedCell, targetCell } from "../tables/assessment-rows.ts";
import type { TableCell } from "../tables/table.ts";
import type { Briefing, BriefingContent, BriefingSubject, BriefingTarget } from "./briefing.ts";
import { chainsChart, headlineChart, lightsChart, outlookChart } from "./charts.ts";
import { documentHeader, titleLines } from "./document.ts";
import { annexSlides } from "./slide-annexes.ts";
import { contentFrame, tableSlides } from "./slide-tables.ts";

const textOf = (cell: TableCell) => (typeof cell === "string" ? cell : "zh" in cell ? cell.zh : cell.text);
const column = (heading: string, share: number) => ({ heading, share });
const figure = (heading: string, share: number) => ({ heading, share, isFigure: true });

/** How many targets of each light there are, in the order in which they come: 3项达序时，2项滞后. */
function lightsTold(targets: readonly BriefingTarget[]): string {
  const counts = new Map<string, number>();
  for (const { lightWord } of targets) counts.set(lightWord.zh, (counts.get(lightWord.zh) ?? 0) + 1);
  return [...counts].map(([word, count]) => (word === "—" ? `${count}项不亮灯` : `${count}项${word}`)).join("，");
}

const targetColumns = [
  column("事项", 1.5),
  column("考核指标（单位）", 2.4),
  figure("完成", 0.9),
  figure("目标", 0.9),
  figure("序时", 0.8),
  figure("尚差", 0.8),
  figure("完成率（位次）", 1.2),
  column("亮灯", 0.9),
];

function targetRow({ subject, name, assessment, shortfall, rank, lightWord }: BriefingTarget): string[] {
  return [
    subject.name.zh,
    `${name.zh}（${assessment.unit.zh}）`,
    textOf(achievedCell(assessment)),
    textOf(targetCell(assessment)),
    assessment.expected.text,
    shortfall.text,
    rank === null ? assessment.completion.text : `${assessment.completion.text}（${rank}）`,
    lightWord.zh,
  ];
}

const targetsOf = (subjects: readonly BriefingSubject[]) => subjects.flatMap(({ targets }) => targets);

function targetSlides(name: string, subjects: readonly BriefingSubject[], notes: string): Slide[] {
  const targets = targetsOf(subjects);
  if (targets.length === 0) return [];
  const title = `${name}${targets.length}项：${lightsTold(targets)}`;
  return tableSlides(title, notes, { name, columns: targetColumns, rows: targets.map(targetRow) });
}

/** A chart that fills its slide; none where there is nothing to draw. */
function chartSlide(chart: OfficeChart | null, notes: string): Slide[] {
  if (chart === null) return [];
  const { title, ...drawn } = chart;
  return [
    { kind: "content", title, notes, shapes: [{ kind: "chart", frame: contentFrame, chart: { ...drawn, title: "" } }] },
  ];
}

/** A chart above the table of the same targets, on one slide where both fit. */
function chartAbove(drawn: OfficeChart | null, tables: readonly Slide[], notes: string): Slide[] {
  const [alone] = chartSlide(drawn, notes);
  if (alone === undefined) return [...tables];
  const [chart, table] = [alone.shapes[0], tables[0]?.shapes[0]];
  if (chart?.kind !== "chart" || table?.kind !== "table" || tables.length > 1) return [alone, ...tables];
  const height = 36 + 12 * chart.chart.categories.length;
  const between = 6;
  if (height + between + table.frame.height > contentFrame.height) return [alone, ...tables];
  const top = contentFrame.top + height + between;
  return [
    {
      ...alone,
      shapes: [
        { ...chart, frame: { ...contentFrame, height } },
        { ...table, frame: { ...table.frame, top } },
      ],
    },
  ];
}

function behindSlides({ behind }: Briefing, notes: string): Slide[] {
  const columns = [
    column("事项", 1.3),
    column("考核指标", 1.7),
    figure("尚差", 0.9),
    column("亮灯", 0.9),
    column("连续滞后自", 0.9),
    column("责任单位", 1.8),
    column("依据", 3.2),
  ];
  const rows = behind.map(({ subject, name, shortfall, assessment, lightWord, since, lead, responsible, ...rest }) => [
    subject.name.zh,
    name.zh,
    shortfall.value === null ? shortfall.text : `${shortfall.text}${assessment.unit.zh}`,
    lightWord.zh,
    since ?? "—",
    (lead.length > 0 ? lead : responsible.length > 0 ? responsible : [rest.reportingUnit])
      .map(({ zh }) => zh)
      .join("、"),
    assessment.explanation.zh,
  ]);
  return tableSlides(`${behind.length}项滞后或未完成`, notes, { name: "滞后事项", columns, rows });
}

/** How a unit has reported; a unit that is asked for nothing has no record. */
const recordOf = ({ onTime, late, missing }: Briefing["departments"][number]["punctuality"]) =>
  onTime + late + missing === 0 ? "不填报" : `${onTime}/${late}/${missing}`;

function departmentSlides({ departments }: Briefing, notes: string): Slide[] {
  const columns = [
    column("名次", 0.8),
    column("责任单位", 2.4),
    figure("综合完成率", 1),
    figure("已报/目标", 1),
    figure("滞后和未完成", 1),
    figure("按时/逾期/缺报", 1.2),
  ];
  const rows = departments.map(({ rankText, department, composite, reported, targets, behind, punctuality }) => [
    rankText.zh,
    department.name.zh,
    composite.text,
    `${reported}/${targets}`,
    String(behind),
    recordOf(punctuality),
  ]);
  const slow = departments.filter(({ behind }) => behind > 0).length;
  const title = `${departments.length}个责任单位，${slow === 0 ? "均无滞后或未完成的目标" : `${slow}个有滞后或未完成的目标`}`;
  return tableSlides(title, notes, { name: "责任单位", columns, rows });
}

/** 季考评: total and points, with the figures that they are from in the sheet; none where no rule of appraisal holds. */
function appraisalSlides({ appraisal }: Briefing, notes: string): Slide[] {
  if (appraisal === undefined) return [];
  const { quarterName, sentence, fullMarks, indicators, rows } = appraisal;
  const columns = [
    column("位次", 0.9),
    column("单位", 1.8),
    figure(`总分（${fullMarks.text}）`, 1),
    ...indicators.map((each) => figure(`${each.name.zh}（${each.fullMarks.text}）`, 1.3)),
  ];
  const shown = rows.map(({ rank, unit, total, scores }) => [
    rank === null ? "未报齐" : String(rank),
    unit.name.zh,
    total.text,
    ...scores.map(({ value, points }) => (value.value === null ? value.text.zh : points.text)),
  ]);
  const methods = indicators.map(({ name, text }) => `${name.zh}：${text.zh}`).join("\n");
  return tableSlides(sentence.zh, `${notes}\n${methods}`, { name: `${quarterName.zh}考评`, columns, rows: shown });
}

function outlookSlides(briefing: Briefing, notes: string): Slide[] {
  const { prospects, sentence } = briefing.outlook;
  const columns = [
    column("目标", 2.6),
    figure("目标值", 1),
    figure("完成", 1),
    figure("预计完成", 1),
    figure("80%区间", 1.3),
    figure("完成概率", 0.9),
    figure("每月需", 0.9),
  ];
  const rows = prospects.flatMap(({ subject, indicatorName, unit, targetText, achieved, forecast }) => {
    if (forecast === null) return [];
    const { projected, low, high, probability, pace } = forecast;
    const named = `${subject.name.zh} ${indicatorName.zh}（${unit.zh}）`;
    const interval = `${low.text}—${high.text}`;
    return [[named, targetText.zh, achieved.text, projected.text, interval, probability.text, pace.text]];
  });
  const said = `${notes}\n预测由填报历史和进度曲线推算，不作承诺。`;
  const tables = tableSlides(sentence.zh, said, { name: "预测", columns, rows });
  return chartAbove(outlookChart(briefing, slideFonts), tables, said);
}

/** Paragraphs of a section as bullets, so many on a slide as can be read from afar. */
function sectionSlides(sections: readonly BuiltSection[], of: BuiltSection["kind"], notes: string): Slide[] {
  const section = sections.find(({ kind }) => kind === of);
  if (section === undefined) return [];
  const most = 5;
  return section.paragraphs.flatMap((_, index): Slide[] => {
    if (index % most !== 0) return [];
    const paragraphs = section.paragraphs.slice(index, index + most);
    return [
      {
        ...{ kind: "content", title: section.heading, notes },
        shapes: [{ kind: "text", frame: contentFrame, points: 18, isBulleted: true, paragraphs }],
      },
    ];
  });
}

/** The bytes of the .pptx: the same for the same briefing, built alike. */
export function briefingSlides({
  briefing,
  sections,
  annexes,
}: Pick<BriefingContent, "briefing" | "sections" | "annexes">): Uint8Array {
  const { title, remarks, plan, edition, today, horizonName } = briefing;
  const source = [
    `数据来源：${plan.jurisdiction.name.zh}《${plan.title.zh}》，目标期${horizonName.zh}`,
    ...remarks,
    ...(edition === null ? [] : [`校验值 ${edition.hash}`]),
  ].join("\n");
  const slides: readonly Slide[] = [
    { kind: "cover", title: titleLines(title), subtitle: remarks.slice(0, 2).join("　"), shapes: [], notes: source },
    ...chartAbove(headlineChart(briefing, slideFonts), targetSlides("总体目标", briefing.headline, source), source),
    ...chartSlide(chainsChart(briefing, slideFonts), source),
    ...chartSlide(lightsChart(briefing, slideFonts), source),
    ...behindSlides(briefing, source),
    ...departmentSlides(briefing, source),
    ...appraisalSlides(briefing, source),
    ...outlookSlides(briefing, source),
    ...sectionSlides(sections, "next", source),
    ...annexSlides(briefing, annexes, {
      notes: source,
      ofTargets: () => [
        ...targetSlides("附表　产业链", briefing.chains, source),
        ...targetSlides("附表　重点任务", briefing.tasks, source),
      ],
    }),
  ];
  const header = documentHeader(briefing);
  const footer = [plan.jurisdiction.name.zh, ...remarks.slice(0, 2), ...(header === "" ? [] : [header])].join("　");
  return presentationBytes(
    { footer, slides },
    {
      ...{ title, creator: plan.issuer.zh, description: remarks.join("；") },
      createdAt: edition?.closedAt ?? `${today}T00:00:00Z`,
    },
  );
}
