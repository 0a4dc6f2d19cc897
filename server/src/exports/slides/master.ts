/** What slides hang on: master, two layouts, the master of notes. */
import { drawingNamespace } from "../office/drawing.ts";
import { type Part, relationshipNamespace, xmlHead } from "../office/package.ts";
import { themeType, themeXml } from "../office/theme.ts";
import { escaped } from "../office/xml.ts";
import { frameXml, slideFonts } from "./shapes.ts";
import type { Frame } from "./slide.ts";

/** The namespaces that every part of a presentation declares. */
export const slideSpaces = `xmlns:a="${drawingNamespace}" xmlns:r="${relationshipNamespace}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;

/** The kind of content of a part of a presentation. */
export const slideType = (kind: string): string =>
  `application/vnd.openxmlformats-officedocument.presentationml.${kind}+xml`;

/** A slide of 16:9, in millimetres. */
export const slideSize = { width: 338.667, height: 190.5 } as const;

/** Names of the parts that slides lead to. */
export const masterNames = {
  master: "ppt/slideMasters/slideMaster1.xml",
  content: "ppt/slideLayouts/slideLayout1.xml",
  cover: "ppt/slideLayouts/slideLayout2.xml",
  theme: "ppt/theme/theme1.xml",
  notes: "ppt/notesMasters/notesMaster1.xml",
  notesTheme: "ppt/theme/theme2.xml",
} as const;

const frames = {
  title: { left: 15, top: 9, width: 308, height: 20 },
  footer: { left: 15, top: 178, width: 270, height: 8 },
  number: { left: 293, top: 178, width: 30, height: 8 },
  coverTitle: { left: 30, top: 55, width: 278, height: 45 },
  coverSubtitle: { left: 30, top: 108, width: 278, height: 30 },
  notesImage: { left: 20, top: 20, width: 150, height: 84 },
  notesText: { left: 20, top: 115, width: 150, height: 130 },
} as const;

const fonts = `<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>`;
const textFill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>';
const level = (element: string, points: number, side = "l", isBold = false) =>
  `<a:${element} marL="0" indent="0" algn="${side}"><a:buNone/><a:defRPr sz="${points * 100}" b="${isBold ? 1 : 0}">${textFill}${fonts}</a:defRPr></a:${element}>`;

function shape(number: number, placeholder: string, frame: Frame | null, words: string, style = ""): string {
  const properties =
    frame === null ? "<p:spPr/>" : `<p:spPr>${frameXml(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`;
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${number}" name="${escaped(words)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr>`,
    `${properties}<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle>`,
    `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>${escaped(words)}</a:t></a:r></a:p></p:txBody></p:sp>`,
  ].join("");
}

/** Shapes of a slide in the group that they all stand in. */
export const treeXml = (shapes: readonly string[]): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.join("")}</p:spTree>`;

const ground = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
const colorMap =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';
const unmapped = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>";

const small = (side: string) => level("lvl1pPr", 10, side);
const feet = (number: number) => [
  shape(number, 'type="ftr" sz="quarter" idx="11"', frames.footer, "页脚", small("l")),
  shape(number + 1, 'type="sldNum" sz="quarter" idx="12"', frames.number, "页码", small("r")),
];

function masterXml(): string {
  const shapes = [shape(2, 'type="title"', frames.title, "标题"), ...feet(3)];
  const styles = `<p:txStyles><p:titleStyle>${level("lvl1pPr", 24, "l", true)}</p:titleStyle><p:bodyStyle>${level("lvl1pPr", 16)}</p:bodyStyle><p:otherStyle>${level("lvl1pPr", 14)}</p:otherStyle></p:txStyles>`;
  const layouts =
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>';
  return `${xmlHead}<p:sldMaster ${slideSpaces}><p:cSld>${ground}${treeXml(shapes)}</p:cSld><p:clrMap ${colorMap}/>${layouts}${styles}</p:sldMaster>`;
}

const layoutXml = (type: string, name: string, shapes: readonly string[]) =>
  `${xmlHead}<p:sldLayout ${slideSpaces} type="${type}" preserve="1"><p:cSld name="${name}">${treeXml(shapes)}</p:cSld>${unmapped}</p:sldLayout>`;

function notesXml(): string {
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="页面"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${frameXml(frames.notesImage)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`;
  const text = shape(3, 'type="body" sz="quarter" idx="3"', frames.notesText, "备注");
  return `${xmlHead}<p:notesMaster ${slideSpaces}><p:cSld>${ground}${treeXml([image, text])}</p:cSld><p:clrMap ${colorMap}/><p:notesStyle>${level("lvl1pPr", 12)}</p:notesStyle></p:notesMaster>`;
}

/** The parts that slides hang on. */
export function masterParts(): readonly Part[] {
  const { master, content, cover, theme, notes, notesTheme } = masterNames;
  const themePart = (name: string) => ({ name, type: themeType, content: themeXml(slideFonts, slideFonts) });
  const layout = (name: string, xml: string): Part => ({
    ...{ name, type: slideType("slideLayout"), content: xml },
    leadsTo: [{ kind: "slideMaster", part: master }],
  });
  const centered = (points: number, isBold: boolean) => level("lvl1pPr", points, "ctr", isBold);
  return [
    {
      ...{ name: master, type: slideType("slideMaster"), content: masterXml() },
      leadsTo: [
        { kind: "slideLayout", part: content },
        { kind: "slideLayout", part: cover },
        { kind: "theme", part: theme },
      ],
    },
    layout(content, layoutXml("titleOnly", "标题和内容", [shape(2, 'type="title"', null, "标题"), ...feet(3)])),
    layout(
      cover,
      layoutXml("title", "封面", [
        shape(2, 'type="ctrTitle"', frames.coverTitle, "标题", centered(36, true)),
        shape(3, 'type="subTitle" idx="1"', frames.coverSubtitle, "副标题", centered(18, false)),
        ...feet(4),
      ]),
    ),
    themePart(theme),
    {
      ...{ name: notes, type: slideType("notesMaster"), content: notesXml() },
      leadsTo: [{ kind: "theme", part: notesTheme }],
    },
    themePart(notesTheme),
  ];
}

/** What a slide says of the colours of its master: nothing of its own. */
export const unmappedColors = unmapped;
