/** The series of a chart in DrawingML: where their numbers stand, the numbers themselves, and how each mark looks. */
import { type ChartMark, type ChartPoint, type ChartSeries, isBar, type OfficeChart } from "./chart.ts";
import { chartNumber, usualFormat } from "./chart-numbers.ts";
import { labelsXml } from "./chart-text.ts";
import { chartReferences } from "./chart-workbook.ts";
import { hatchedFill, lineXml, noLine, solidFill } from "./drawing.ts";
import { escaped } from "./xml.ts";

function textCache(texts: readonly string[]): string {
  const points = texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escaped(text)}</c:v></c:pt>`);
  return `<c:strCache><c:ptCount val="${texts.length}"/>${points.join("")}</c:strCache>`;
}

function numberCache(series: ChartSeries): string {
  const usual = usualFormat(series);
  const points = series.points.map((point, index) => {
    const number = chartNumber(point);
    if (number === null) return "";
    const own = number.format === usual ? "" : ` formatCode="${escaped(number.format)}"`;
    return `<c:pt idx="${index}"${own}><c:v>${number.value}</c:v></c:pt>`;
  });
  const count = `<c:ptCount val="${series.points.length}"/>`;
  return `<c:numCache><c:formatCode>${escaped(usual)}</c:formatCode>${count}${points.join("")}</c:numCache>`;
}

/** A bar that was carried forward is hatched; an open one has an edge and nothing inside. */
function barLook(mark: ChartMark, color: string, isCarried: boolean): string {
  if (mark === "tick") return `<c:spPr><a:noFill/>${noLine}</c:spPr>`;
  if (mark === "open-bar") return `<c:spPr><a:noFill/>${lineXml(1, color)}</c:spPr>`;
  return isCarried
    ? `<c:spPr>${hatchedFill(color)}${lineXml(0.75, color)}</c:spPr>`
    : `<c:spPr>${solidFill(color)}${noLine}</c:spPr>`;
}

const lineLooks = {
  line: { points: 2.25, dash: "solid" },
  "thin-line": { points: 1, dash: "solid" },
  "dotted-line": { points: 2, dash: "sysDot" },
  "faint-line": { points: 0.75, dash: "sysDash" },
} as const;

function lineLook(mark: ChartMark, color: string): string {
  if (mark === "tick") {
    const filled = `<c:spPr>${solidFill(color)}${noLine}</c:spPr>`;
    return `<c:spPr>${noLine}</c:spPr><c:marker><c:symbol val="dash"/><c:size val="14"/>${filled}</c:marker>`;
  }
  const { points, dash } = lineLooks[mark === "bar" || mark === "open-bar" ? "line" : mark];
  const marker =
    mark === "line"
      ? `<c:symbol val="circle"/><c:size val="5"/><c:spPr>${solidFill(color)}${noLine}</c:spPr>`
      : '<c:symbol val="none"/>';
  return `<c:spPr>${lineXml(points, color, dash)}</c:spPr><c:marker>${marker}</c:marker>`;
}

function ownLook({ color, isCarried = false }: ChartPoint, index: number, series: ChartSeries): string {
  if (series.mark !== "bar" || (color === undefined && !isCarried)) return "";
  const look = barLook("bar", color ?? series.color, isCarried);
  return `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${look}</c:dPt>`;
}

/** The tick at the end of a bar that is not seen: the foot of an error bar of next to no length. */
const tickXml = (color: string) =>
  `<c:errBars><c:errBarType val="both"/><c:errValType val="percentage"/><c:noEndCap val="0"/><c:val val="0.1"/><c:spPr>${lineXml(2.25, color)}</c:spPr></c:errBars>`;

/** A series, by its place among all the series of the chart. */
export function seriesXml(chart: OfficeChart, index: number): string {
  const series = chart.series[index];
  if (series === undefined) return "";
  const references = chartReferences(chart);
  const isBarSeries = isBar(series.mark, chart.direction);
  const looks = isBarSeries
    ? [
        barLook(series.mark, series.color, false),
        '<c:invertIfNegative val="0"/>',
        ...series.points.map((point, at) => ownLook(point, at, series)),
        labelsXml(series, chart),
        series.mark === "tick" ? tickXml(series.color) : "",
      ]
    : [lineLook(series.mark, series.color), labelsXml(series, chart)];
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>${references.name(index)}</c:f>${textCache([series.name])}</c:strRef></c:tx>`,
    ...looks,
    `<c:cat><c:strRef><c:f>${references.categories}</c:f>${textCache(chart.categories)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${references.values(index)}</c:f>${numberCache(series)}</c:numRef></c:val>`,
    isBarSeries ? "" : '<c:smooth val="0"/>',
    "</c:ser>",
  ].join("");
}
