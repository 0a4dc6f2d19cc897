/** A document as a value that a page can draw: paragraphs by style, tables, charts. */
import type { BriefingPaper } from "../contract/briefing-paper.ts";
import type { OfficeChart } from "../exports/office/chart.ts";
import type { WordBlock, WordDocument } from "../exports/word/blocks.ts";

type PaperBlock = BriefingPaper["blocks"][number];

const drawnChart = ({ title, subtitle, direction, categories, series }: OfficeChart): PaperBlock["chart"] => ({
  ...{ title, subtitle, direction, categories: [...categories] },
  series: series.map(({ name, mark, color, points }) => ({
    ...{ name, mark, color },
    points: points.map((point) => ({
      ...{ value: point.value, text: point.text, color: point.color ?? null, isCarried: point.isCarried ?? false },
    })),
  })),
});

/** The styles that a text of the document has; what belongs to tables and page ends is no paragraph of it. */
function styleOf(style: string): PaperBlock["style"] {
  switch (style) {
    case "Title":
    case "Remark":
    case "Heading1":
    case "Heading2":
    case "Heading3":
    case "BodyText":
    case "AttachmentList":
    case "AttachmentMark":
    case "AttachmentTitle":
    case "TableNote":
    case "Note":
    case "Signature":
      return style;
    default:
      return "TableText";
  }
}

function drawn(block: WordBlock): PaperBlock {
  if (block.kind === "text") return { style: styleOf(block.style), text: block.text, table: null, chart: null };
  const plain = { style: null, text: "" };
  if (block.kind === "chart") return { ...plain, table: null, chart: drawnChart(block.chart) };
  const { title, columns, rows } = block;
  const drawnColumns = columns.map(({ heading, width, isFigure = false }) => ({ heading, width, isFigure }));
  return { ...plain, table: { title, columns: drawnColumns, rows: rows.map((row) => [...row]) }, chart: null };
}

/** The paper that a document prints. */
export const paperOf = ({ header, blocks }: WordDocument): Omit<BriefingPaper, "skeleton"> => ({
  header,
  blocks: blocks.map(drawn),
});
