/** The theme that documents and slides share: the few colours, and which font Chinese is set in where nothing says so. */
import { drawingNamespace, type FontPair } from "./drawing.ts";
import { xmlHead } from "./package.ts";
import { escaped } from "./xml.ts";

const colors = [
  ["dk1", "1B222C"],
  ["lt1", "FFFFFF"],
  ["dk2", "4B5563"],
  ["lt2", "E8EDF3"],
  ["accent1", "1F4A86"],
  ["accent2", "349173"],
  ["accent3", "D99A00"],
  ["accent4", "B93519"],
  ["accent5", "571019"],
  ["accent6", "6B7482"],
  ["hlink", "1F4A86"],
  ["folHlink", "4B5563"],
] as const;

function fontsXml(element: "majorFont" | "minorFont", { latin, eastAsian }: FontPair): string {
  const chinese = escaped(eastAsian);
  return `<a:${element}><a:latin typeface="${escaped(latin)}"/><a:ea typeface="${chinese}"/><a:cs typeface=""/><a:font script="Hans" typeface="${chinese}"/></a:${element}>`;
}

const thrice = (xml: string) => xml.repeat(3);

/** The theme's part; `major` is for titles, `minor` for everything else. */
export function themeXml(major: FontPair, minor: FontPair): string {
  const scheme = colors.map(([name, color]) => `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`).join("");
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  return [
    `${xmlHead}<a:theme xmlns:a="${drawingNamespace}" name="台账"><a:themeElements>`,
    `<a:clrScheme name="台账">${scheme}</a:clrScheme>`,
    `<a:fontScheme name="台账">${fontsXml("majorFont", major)}${fontsXml("minorFont", minor)}</a:fontScheme>`,
    `<a:fmtScheme name="台账"><a:fillStyleLst>${thrice(fill)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${thrice(`<a:ln w="9525">${fill}</a:ln>`)}</a:lnStyleLst>`,
    `<a:effectStyleLst>${thrice("<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst>`,
    `<a:bgFillStyleLst>${thrice(fill)}</a:bgFillStyleLst></a:fmtScheme>`,
    "</a:themeElements></a:theme>",
  ].join("");
}

/** The kind of content of a theme. */
export const themeType = "application/vnd.openxmlformats-officedocument.theme+xml";
