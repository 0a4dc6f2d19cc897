/** The words of a chart: its title, its labels, its legend. */
import type { ChartMark, ChartPoint, ChartSeries, OfficeChart } from "./chart.ts";
import { chartNumber, usualFormat } from "./chart-numbers.ts";
import { defaultLookXml, runXml, type TextLook } from "./drawing.ts";
import { escaped } from "./xml.ts";

const ink = "1B222C";
const soft = "4B5563";
const paper = "FFFFFF";

/** The look of what stands along the axes and in the legend. */
export const smallLook = ({ fonts }: OfficeChart): TextLook => ({ points: 9, color: soft, fonts });

/** Text without runs of its own, in a look. */
export const textXml = (look: TextLook): string => `<c:txPr><a:bodyPr/><a:lstStyle/>${defaultLookXml(look)}</c:txPr>`;

/** A tick across horizontal bars is the end of a bar that is not seen, which no legend can show. */
const hasUnseenTick = ({ direction, series }: OfficeChart) =>
  direction === "across" && series.some(({ mark }) => mark === "tick");

const barWords: Readonly<Partial<Record<ChartMark, string>>> = { bar: "实心条", "open-bar": "空心条", tick: "竖线" };

/** The title, with its unit and 截至 below; where no legend can say what the marks are, that is said there. */
export function titleXml(chart: OfficeChart): string {
  const marks = hasUnseenTick(chart) ? chart.series.map(({ mark, name }) => `${barWords[mark] ?? ""}：${name}`) : [];
  const said = [chart.subtitle, ...marks].filter((each) => each !== "");
  const lines = [
    runXml(chart.title, { points: 11, color: ink, fonts: chart.fonts, isBold: true }),
    ...(said.length === 0 ? [] : [runXml(said.join("　"), smallLook(chart))]),
  ];
  const rich = lines.map((line) => `<a:p>${line}</a:p>`).join("");
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${rich}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The legend, where more than one series can be told apart by it. */
export function legendXml(chart: OfficeChart): string {
  const unseen = chart.series.flatMap(({ mark }, index) => (mark === "faint-line" ? [index] : []));
  if (hasUnseenTick(chart) || chart.series.length - unseen.length < 2) return "";
  const removed = unseen.map((index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`);
  return `<c:legend><c:legendPos val="b"/>${removed.join("")}<c:overlay val="0"/>${textXml(smallLook(chart))}</c:legend>`;
}

/** White where ink could not be read. */
function legible(ground: string): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 140 ? paper : ink;
}

const shownParts = (isShown: boolean) =>
  ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"]
    .map((part) => `<c:show${part} val="${isShown && part === "Val" ? 1 : 0}"/>`)
    .join("");

/** A label that is not as the others of its series are: a text that no format shows, another format, none at all. */
function ownLabel(point: ChartPoint, index: number, usual: string, place: string, look: TextLook): string {
  const number = chartNumber(point);
  const begin = `<c:dLbl><c:idx val="${index}"/>`;
  if (number === null) return "";
  if (place === "ctr" && number.value === 0) return `${begin}<c:delete val="1"/></c:dLbl>`;
  const end = `<c:dLblPos val="${place}"/>${shownParts(true)}</c:dLbl>`;
  if (!number.isSaid) {
    const rich = `<c:rich><a:bodyPr/><a:lstStyle/><a:p>${runXml(point.text, look)}</a:p></c:rich>`;
    return `${begin}<c:tx>${rich}</c:tx>${end}`;
  }
  if (number.format === usual) return "";
  return `${begin}<c:numFmt formatCode="${escaped(number.format)}" sourceLinked="0"/><c:spPr/>${textXml(look)}${end}`;
}

/** The labels of a series, each with the text of its point; a series without labels says so. */
export function labelsXml(series: ChartSeries, chart: OfficeChart): string {
  if (series.isLabelled !== true) return `<c:dLbls>${shownParts(false)}</c:dLbls>`;
  const isInside = chart.isStacked === true;
  const place = series.mark.includes("line") ? "t" : isInside ? "ctr" : "outEnd";
  const look: TextLook = { points: 9, color: isInside ? legible(series.color) : ink, fonts: chart.fonts };
  const usual = usualFormat(series);
  const own = series.points.map((point, index) => ownLabel(point, index, usual, place, look));
  const format = `<c:numFmt formatCode="${escaped(usual)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`;
  return `<c:dLbls>${own.join("")}${format}${textXml(look)}<c:dLblPos val="${place}"/>${shownParts(true)}</c:dLbls>`;
}
