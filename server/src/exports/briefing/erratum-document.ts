/** The notice of correction (更正通知) as a Word document, in the layout of the 通报 that it corrects. */
import type { ErratumNotice } from "../../domain/erratum-notice.ts";
import type { TextBlock, WordBlock } from "../word/blocks.ts";
import { fittedColumns } from "../word/columns.ts";
import { wordBytes } from "../word/document.ts";
import type { StyleName } from "../word/styles.ts";

const text = (style: StyleName, words: string): TextBlock => ({ kind: "text", style, text: words });
const ordinals = ["一", "二"];

/** The bytes of the .docx; `header` stands on each page, empty where nothing does, and `today` is its day, YYYY-MM-DD. */
export function erratumDocument(notice: ErratumNotice, header: string, today: string): Uint8Array {
  const { title, opening, sections, columns, rows, closing, signedBy, day } = notice;
  const [what, of, figure, former, now] = columns;
  const blocks: readonly WordBlock[] = [
    text("Title", title),
    text("BodyText", ""),
    text("BodyText", opening),
    ...sections.flatMap(({ heading, paragraphs }, place) => [
      text("Heading1", `${ordinals[place]}、${heading}`),
      ...paragraphs.map((paragraph) => text("BodyText", paragraph)),
    ]),
    {
      ...{ kind: "table", title: "更正内容", rows },
      columns: fittedColumns(
        [
          { heading: what ?? "", share: 1.4 },
          { heading: of ?? "", share: 1.4 },
          { heading: figure ?? "", isUnbroken: true },
          { heading: former ?? "", isFigure: true },
          { heading: now ?? "", isFigure: true },
        ],
        rows,
      ),
    },
    text("BodyText", closing),
    text("BodyText", ""),
    text("Signature", signedBy),
    text("Signature", day),
  ];
  return wordBytes(
    { header, blocks },
    { title, creator: signedBy, description: opening, createdAt: `${today}T00:00:00` },
  );
}
