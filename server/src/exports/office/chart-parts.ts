/** A native chart with the workbook behind it, as parts of the package that it stands in. */
import { isBar, type OfficeChart } from "./chart.ts";
import { chartNumber, usualFormat } from "./chart-numbers.ts";
import { seriesXml } from "./chart-series.ts";
import { legendXml, smallLook, textXml, titleXml } from "./chart-text.ts";
import { chartWorkbook } from "./chart-workbook.ts";
import { drawingNamespace, lineXml, noLine } from "./drawing.ts";
import { type Part, relationshipNamespace, xmlHead } from "./package.ts";
import { escaped } from "./xml.ts";

/** The namespace of charts, which is what a frame says it holds as well. */
export const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

const axes = { category: 100_000_001, value: 100_000_002 };
const axisIds = `<c:axId val="${axes.category}"/><c:axId val="${axes.value}"/>`;
const rule = "D5DAE1";
const strongRule = "98A2B0";

function barsXml(chart: OfficeChart, places: readonly number[]): string {
  if (places.length === 0) return "";
  const isOverlaid =
    chart.isStacked === true || chart.series.some(({ mark }) => mark === "open-bar" || mark === "tick");
  return [
    `<c:barChart><c:barDir val="${chart.direction === "across" ? "bar" : "col"}"/>`,
    `<c:grouping val="${chart.isStacked === true ? "stacked" : "clustered"}"/><c:varyColors val="0"/>`,
    ...places.map((index) => seriesXml(chart, index)),
    `<c:gapWidth val="50"/><c:overlap val="${isOverlaid ? 100 : 0}"/>${axisIds}</c:barChart>`,
  ].join("");
}

function linesXml(chart: OfficeChart, places: readonly number[]): string {
  if (places.length === 0) return "";
  const series = places.map((index) => seriesXml(chart, index)).join("");
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axisIds}</c:lineChart>`;
}

function categoryAxisXml(chart: OfficeChart): string {
  const isAcross = chart.direction === "across";
  return [
    `<c:catAx><c:axId val="${axes.category}"/><c:scaling><c:orientation val="${isAcross ? "maxMin" : "minMax"}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${isAcross ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr>${lineXml(0.75, strongRule)}</c:spPr>${textXml(smallLook(chart))}<c:crossAx val="${axes.value}"/>`,
    '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join("");
}

/** Bars begin at zero; lines begin where they are. */
function valueAxisXml(chart: OfficeChart): string {
  const isAcross = chart.direction === "across";
  const numbers = chart.series.flatMap(({ points }) => points.map((point) => chartNumber(point)?.value ?? 0));
  const hasBars = chart.series.some(({ mark }) => isBar(mark, chart.direction));
  const least = hasBars && numbers.every((number) => number >= 0) ? '<c:min val="0"/>' : "";
  const [first] = chart.series;
  const format = (first === undefined ? "General" : usualFormat(first)).replace(/\.0+(?=%?$)/, "");
  return [
    `<c:valAx><c:axId val="${axes.value}"/><c:scaling><c:orientation val="minMax"/>${least}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isAcross ? "b" : "l"}"/><c:majorGridlines><c:spPr>${lineXml(0.5, rule)}</c:spPr></c:majorGridlines>`,
    `<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
    `<c:tickLblPos val="nextTo"/><c:spPr>${noLine}</c:spPr>${textXml(smallLook(chart))}<c:crossAx val="${axes.category}"/>`,
    `<c:crosses val="${isAcross ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`,
  ].join("");
}

function chartXml(chart: OfficeChart): string {
  const places = chart.series.map((_, index) => index);
  const isBarAt = (index: number) => isBar(chart.series[index]?.mark ?? "line", chart.direction);
  return [
    `${xmlHead}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}" xmlns:r="${relationshipNamespace}">`,
    '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>',
    `<c:chart>${titleXml(chart)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`,
    barsXml(chart, places.filter(isBarAt)),
    linesXml(
      chart,
      places.filter((index) => !isBarAt(index)),
    ),
    categoryAxisXml(chart),
    valueAxisXml(chart),
    `</c:plotArea>${legendXml(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:noFill/>${noLine}</c:spPr>${textXml(smallLook(chart))}`,
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join("");
}

/** The parts of a chart in the folder of its document; the first is the chart, which a frame leads to. */
export function chartParts(chart: OfficeChart, folder: string, number: number): readonly [Part, Part] {
  const workbook = `${folder}/embeddings/chart${number}.xlsx`;
  return [
    {
      name: `${folder}/charts/chart${number}.xml`,
      type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
      content: chartXml(chart),
      leadsTo: [{ kind: "package", part: workbook }],
    },
    {
      name: workbook,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      content: chartWorkbook(chart),
    },
  ];
}
