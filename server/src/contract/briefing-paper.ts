import { type Static, Type } from "typebox";
import { SkeletonSetting } from "./briefings.ts";
import { Figure, nullable, oneOf } from "./common.ts";

/** The paragraphs of a 通报, by what each is. */
const paperStyles = [
  "Title",
  "Remark",
  "Heading1",
  "Heading2",
  "Heading3",
  "BodyText",
  "AttachmentList",
  "AttachmentMark",
  "AttachmentTitle",
  "TableNote",
  "TableText",
  "Note",
  "Signature",
] as const;

const PaperTable = Type.Object(
  {
    title: Type.String(),
    columns: Type.Array(Type.Object({ heading: Type.String(), width: Type.Number(), isFigure: Type.Boolean() })),
    rows: Type.Array(Type.Array(Type.String())),
  },
  { $id: "PaperTable" },
);

const PaperChart = Type.Object(
  {
    title: Type.String(),
    subtitle: Type.String(),
    direction: oneOf(["across", "up"], { $id: "PaperChartDirection" }),
    categories: Type.Array(Type.String()),
    series: Type.Array(
      Type.Object({
        name: Type.String(),
        mark: Type.String({ description: "bar, open-bar (the target) or tick (序时)." }),
        color: Type.String({ description: "RRGGBB." }),
        points: Type.Array(
          Type.Object({ ...Figure.properties, color: nullable(Type.String()), isCarried: Type.Boolean() }),
        ),
      }),
    ),
  },
  { $id: "PaperChart" },
);

/** One thing of the paper from top to bottom: a paragraph in its style, a table or a chart. */
const PaperBlock = Type.Object(
  {
    style: nullable(oneOf(paperStyles, { $id: "PaperStyle" })),
    text: Type.String(),
    table: nullable(PaperTable),
    chart: nullable(PaperChart),
  },
  { $id: "PaperBlock" },
);

/** A 通报 as its Word document prints it. */
export const BriefingPaper = Type.Object(
  {
    header: Type.String({ description: "Stands at the head of each page; empty where nothing does." }),
    skeleton: Type.Integer({ description: "Version of the skeleton that it is built by, 0 for the product's own." }),
    blocks: Type.Array(PaperBlock),
  },
  { $id: "BriefingPaper" },
);

const { sections, annexes } = SkeletonSetting.properties;
/** A skeleton that is only tried. */
export const SkeletonTrial = Type.Object({ sections, annexes }, { $id: "SkeletonTrial", additionalProperties: false });

export type BriefingPaper = Static<typeof BriefingPaper>;
export type SkeletonTrial = Static<typeof SkeletonTrial>;
