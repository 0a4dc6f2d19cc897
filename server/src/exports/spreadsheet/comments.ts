/** Comments at cells (批注): their texts, and the drawing of old by which Excel still places them. */

import type { Part } from "../office/package.ts";
import { cellText } from "./cell-text.ts";
import { columnOf } from "./column-letters.ts";
import type { Sheet } from "./sheet.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** The parts that hold a sheet's comments, null where it has none. */
export function commentParts({ cells }: Sheet, number: number): readonly Part[] | null {
  const commented = cells.flatMap(({ at, comment }) => (comment === undefined ? [] : [{ at, comment }]));
  if (commented.length === 0) return null;
  const texts = commented.map(
    ({ at, comment }) =>
      `<comment ref="${at}" authorId="0"><text><r><rPr><sz val="10"/></rPr><t xml:space="preserve">${cellText(comment)}</t></r></text></comment>`,
  );
  const shapes = commented.map(({ at }, index) => {
    const [row, column] = [Number(at.replace(/^[A-Z]+/, "")) - 1, columnOf(at)];
    const anchor = `${column + 1}, 12, ${Math.max(row - 1, 0)}, 4, ${column + 4}, 20, ${row + 3}, 4`;
    return [
      `<v:shape id="_x0000_s${number * 1024 + index + 1}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>',
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>`,
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    ].join("");
  });
  const kind = [
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
  ].join("");
  return [
    {
      name: `xl/comments${number}.xml`,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors><author>核对</author></authors><commentList>${texts.join("")}</commentList></comments>`,
    },
    {
      name: `xl/drawings/vmlDrawing${number}.vml`,
      type: "application/vnd.openxmlformats-officedocument.vmlDrawing",
      content: `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>${kind}${shapes.join("")}</xml>`,
    },
  ];
}
