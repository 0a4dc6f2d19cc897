/** Slides as a package: the same bytes for the same value. */
import { chartParts } from "../office/chart-parts.ts";
import { type Part, packageBytes, type Relationship, xmlHead } from "../office/package.ts";
import { type FileProperties, propertiesPart, propertiesRelationship } from "../office/properties.ts";
import { masterNames, masterParts, slideSize, slideSpaces, slideType, treeXml, unmappedColors } from "./master.ts";
import { chartXml, look, paragraphXml, placeholderXml, slideNumberXml, tableXml, textXml } from "./shapes.ts";
import type { Presentation, Slide } from "./slide.ts";

const emu = (millimetres: number) => Math.round(millimetres * 36_000);
const faint = "4B5563";

/** A slide, the note behind it, and its charts; `firstChart` is the number of the first of them. */
function slideParts(slide: Slide, number: number, footer: string, firstChart: number): readonly Part[] {
  const name = `ppt/slides/slide${number}.xml`;
  const notes = `ppt/notesSlides/notesSlide${number}.xml`;
  const isCover = slide.kind === "cover";
  const leadsTo: Relationship[] = [
    { kind: "slideLayout", part: isCover ? masterNames.cover : masterNames.content },
    { kind: "notesSlide", part: notes },
  ];
  const charts: Part[] = [];
  const drawn = slide.shapes.map((shape, index) => {
    const own = index + 10;
    if (shape.kind === "text") return textXml(shape, own);
    if (shape.kind === "table") return tableXml(shape, own);
    const parts = chartParts(shape.chart, "ppt", firstChart + charts.length / 2);
    charts.push(...parts);
    leadsTo.push({ kind: "chart", part: parts[0].name });
    return chartXml(shape, own, `rId${leadsTo.length}`);
  });
  const titleLook = look(isCover ? 36 : 24, undefined, true);
  const titleLines = slide.title.split("\n").map((line) => paragraphXml(line, titleLook));
  const title = placeholderXml(2, "标题", isCover ? 'type="ctrTitle"' : 'type="title"', titleLines.join(""));
  const subtitle = isCover
    ? [placeholderXml(3, "副标题", 'type="subTitle" idx="1"', paragraphXml(slide.subtitle ?? "", look(18, faint)))]
    : [];
  const feet = [
    placeholderXml(4, "页脚", 'type="ftr" sz="quarter" idx="11"', paragraphXml(footer, look(10, faint))),
    placeholderXml(5, "页码", 'type="sldNum" sz="quarter" idx="12"', slideNumberXml(look(10, faint))),
  ];
  const tree = treeXml([title, ...subtitle, ...drawn, ...feet]);
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="页面"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`;
  const lines = slide.notes.split("\n").map((line) => paragraphXml(line, look(12)));
  const said = placeholderXml(3, "备注", 'type="body" sz="quarter" idx="3"', lines.join(""));
  return [
    {
      ...{ name, type: slideType("slide"), leadsTo },
      content: `${xmlHead}<p:sld ${slideSpaces}><p:cSld>${tree}</p:cSld>${unmappedColors}</p:sld>`,
    },
    {
      ...{ name: notes, type: slideType("notesSlide") },
      content: `${xmlHead}<p:notes ${slideSpaces}><p:cSld>${treeXml([image, said])}</p:cSld>${unmappedColors}</p:notes>`,
      leadsTo: [
        { kind: "notesMaster", part: masterNames.notes },
        { kind: "slide", part: name },
      ],
    },
    ...charts,
  ];
}

function presentationXml(count: number): string {
  const slides = Array.from({ length: count }, (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 3}"/>`);
  return [
    `${xmlHead}<p:presentation ${slideSpaces} saveSubsetFonts="1">`,
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
    `<p:sldIdLst>${slides.join("")}</p:sldIdLst>`,
    `<p:sldSz cx="${emu(slideSize.width)}" cy="${emu(slideSize.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  ].join("");
}

/** The bytes of the .pptx. */
export function presentationBytes({ footer, slides }: Presentation, properties: FileProperties): Uint8Array {
  let charts = 0;
  const parts = slides.map((slide, index) => {
    const own = slideParts(slide, index + 1, footer, charts + 1);
    charts += slide.shapes.filter(({ kind }) => kind === "chart").length;
    return own;
  });
  const name = "ppt/presentation.xml";
  const leadsTo: readonly Relationship[] = [
    { kind: "slideMaster", part: masterNames.master },
    { kind: "notesMaster", part: masterNames.notes },
    ...slides.map((_, index) => ({ kind: "slide", part: `ppt/slides/slide${index + 1}.xml` })),
    { kind: "theme", part: masterNames.theme },
  ];
  return packageBytes(
    [{ kind: "officeDocument", part: name }, propertiesRelationship],
    [
      { name, type: slideType("presentation.main"), content: presentationXml(slides.length), leadsTo },
      ...masterParts(),
      ...parts.flat(),
      propertiesPart(properties),
    ],
  );
}
