/** Fills, lines and text of DrawingML, which charts and slides are drawn in. */
import { escaped } from "./xml.ts";

/** The namespace of DrawingML. */
export const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Two fonts by name: for Latin letters and digits, and for Chinese. */
export interface FontPair {
  readonly latin: string;
  readonly eastAsian: string;
}

/** How a text is set; `color` is RRGGBB. */
export interface TextLook {
  readonly points: number;
  readonly color: string;
  readonly fonts: FontPair;
  readonly isBold?: boolean;
}

/** A fill of one colour. */
export const solidFill = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

/** A hatched fill: what was carried forward. */
export const hatchedFill = (color: string): string =>
  `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${color}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;

/** A line so many points wide. */
export function lineXml(points: number, color: string, dash: "solid" | "sysDot" | "sysDash" = "solid"): string {
  const dashed = dash === "solid" ? "" : `<a:prstDash val="${dash}"/>`;
  return `<a:ln w="${Math.round(points * 12_700)}" cap="flat">${solidFill(color)}${dashed}<a:round/></a:ln>`;
}

/** No line at all. */
export const noLine = "<a:ln><a:noFill/></a:ln>";

/** What a run or a paragraph's default says of its look; Chinese takes the East Asian font. */
function lookXml(element: "rPr" | "defRPr", { points, color, fonts, isBold = false }: TextLook): string {
  const { latin, eastAsian } = fonts;
  const typefaces = [
    `<a:latin typeface="${escaped(latin)}"/>`,
    `<a:ea typeface="${escaped(eastAsian)}"/>`,
    `<a:cs typeface="${escaped(latin)}"/>`,
  ].join("");
  const language = element === "rPr" ? ' lang="zh-CN" altLang="en-US"' : "";
  const size = `sz="${Math.round(points * 100)}" b="${isBold ? 1 : 0}"`;
  return `<a:${element}${language} ${size}>${solidFill(color)}${typefaces}</a:${element}>`;
}

/** The look of a run. */
export const runLookXml = (look: TextLook): string => lookXml("rPr", look);

/** A run of text. */
export const runXml = (text: string, look: TextLook): string =>
  `<a:r>${runLookXml(look)}<a:t>${escaped(text)}</a:t></a:r>`;

/** The look of text that has no runs of its own, such as the labels of an axis. */
export const defaultLookXml = (look: TextLook): string =>
  `<a:p><a:pPr>${lookXml("defRPr", look)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p>`;
