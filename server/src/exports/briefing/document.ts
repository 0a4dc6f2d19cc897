/** The 通报 as a Word document: GB/T 9704-2012 in its layout, editable in all its parts. */
import { type AnnexKey, plainSkeleton } from "../../domain/briefing-skeleton.ts";
import type { FontPair } from "../office/drawing.ts";
import type { ChartBlock, TextBlock, WordBlock, WordDocument } from "../word/blocks.ts";
import { wordBytes } from "../word/document.ts";
import { type StyleName, wordFonts } from "../word/styles.ts";
import type { BriefingIssue } from "./briefing.ts";
import { chainsChart, lightsChart } from "./charts.ts";
import { documentTables } from "./document-tables.ts";
import type { PrintedBriefing } from "./document-value.ts";

/** How the document is built: its text in the order that the office chose, and under which number it goes out. */
export interface DocumentBuild {
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  /** Null for a draft, which has no number and is not signed. */
  readonly issue: BriefingIssue | null;
  /** The tables behind the text; the product's own where nothing is said. */
  readonly annexes?: readonly AnnexKey[];
}

const chartFonts: FontPair = { latin: wordFonts.latin, eastAsian: wordFonts.first };
const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/** In millimetres: 6 a bar, 5 where the lights then still stand on the same page (`beside`), no more than a page. */
const chartHeights = { bar: 6, narrowBar: 5, rest: 38, beside: 100, most: 180, lights: 64 } as const;

/** How high a chart of so many bars stands above the chart of lights. */
function barsHeight(bars: number): number {
  const { bar, narrowBar, rest, beside, most } = chartHeights;
  const wide = rest + bar * bars;
  return rest + narrowBar * bars <= beside ? Math.min(wide, beside) : Math.min(wide, most);
}

/** 一 to 九十九. */
function inChinese(number: number): string {
  const tens = Math.floor(number / 10);
  const unit = digits[number % 10] ?? "";
  return tens === 0 ? unit : `${tens === 1 ? "" : (digits[tens] ?? "")}十${unit}`;
}

const text = (style: StyleName, words: string): TextBlock => ({ kind: "text", style, text: words });

/** A line that begins as a heading does and says no sentence is one: （一）… and 1.…. */
function paragraph(words: string): TextBlock {
  if (/^（[一二三四五六七八九十]+）[^。；]*$/.test(words)) return text("Heading2", words);
  if (/^\d{1,2}[.．][^\d。；][^。；]*$/.test(words)) return text("Heading3", words);
  return text("BodyText", words);
}

function chartBlocks(briefing: PrintedBriefing): readonly ChartBlock[] {
  const chains = chainsChart(briefing, chartFonts);
  const lights = lightsChart(briefing, chartFonts);
  return [
    ...(chains === null
      ? []
      : [{ kind: "chart", chart: chains, height: barsHeight(chains.categories.length) } as const]),
    ...(lights === null ? [] : [{ kind: "chart", chart: lights, height: chartHeights.lights } as const]),
  ];
}

const textBlocks = ({ sections }: DocumentBuild): readonly WordBlock[] =>
  sections.flatMap(({ heading, paragraphs }, index) => [
    text("Heading1", `${inChinese(index + 1)}、${heading}`),
    ...paragraphs.map(paragraph),
  ]);

const dayInWords = (day: string) => day.replace(/^(\d{4})-0?(\d+)-0?(\d+).*$/, "$1年$2月$3日");

function versionNote({ edition, remarks }: PrintedBriefing): TextBlock {
  const hash = edition === null ? [] : [`校验值：${edition.hash}`];
  return text("Note", `（${[...remarks.slice(2), ...hash].join("；")}）`);
}

/** What stands at the head of each page of what may not be quoted; empty for a closed edition of real figures. */
export function documentHeader({
  edition,
  isDemonstration,
}: Pick<PrintedBriefing, "edition" | "isDemonstration">): string {
  return [...(edition === null ? ["未定稿"] : []), ...(isDemonstration ? ["演示数据，不得引用"] : [])].join("　");
}

/** The characters of a title's line of 156 mm. */
const titleLine = 20;

/** A title of more than one line is broken behind the plan's name, where it is not too long itself. */
export function titleLines(title: string): string {
  const end = title.indexOf("》") + 1;
  return title.length > titleLine && end > 1 && end <= titleLine
    ? `${title.slice(0, end)}\n${title.slice(end)}`
    : title;
}

/** What stands behind the text, each on a page of its own. */
interface Attachment {
  readonly title: string;
  readonly blocks: readonly WordBlock[];
}

/** All that the document prints, from top to bottom. */
export function documentPaper(
  briefing: PrintedBriefing,
  build: DocumentBuild = { sections: briefing.sections, issue: null },
): WordDocument {
  const { issue, annexes = plainSkeleton.annexes } = build;
  const charts = chartBlocks(briefing);
  const facts = briefing.remarks.slice(0, 2);
  const attachments: readonly Attachment[] = [
    ...(charts.length === 0 ? [] : [{ title: "进度图", blocks: charts }]),
    ...documentTables(briefing, annexes).map((table) => ({ title: table.title, blocks: [table] })),
  ];
  const isSingle = attachments.length === 1;
  const listed = attachments.map(({ title }, index) => {
    const number = isSingle ? "" : `${index + 1}．`;
    return text("AttachmentList", `${index === 0 ? "附件：" : "　　　"}${number}${title}`);
  });
  const signed =
    issue === null
      ? []
      : [text("BodyText", ""), text("Signature", briefing.plan.issuer.zh), text("Signature", dayInWords(issue.day))];
  const numbered = issue === null ? [] : [text("Remark", `（${issue.year}年第${issue.number}期）`)];
  const attached = attachments.flatMap(({ title, blocks }, index): readonly WordBlock[] => [
    text("AttachmentMark", isSingle ? "附件" : `附件${index + 1}`),
    text("AttachmentTitle", title),
    text("TableNote", facts.join("　")),
    ...blocks,
  ]);
  const blocks: readonly WordBlock[] = [
    text("Title", titleLines(briefing.title)),
    ...numbered,
    ...facts.map((fact) => text("Remark", `（${fact}）`)),
    text("BodyText", ""),
    ...textBlocks(build),
    text("BodyText", ""),
    ...listed,
    ...signed,
    versionNote(briefing),
    ...attached,
    // Word wants a paragraph behind the last table.
    text("TableText", ""),
  ];
  return { header: documentHeader(briefing), blocks };
}

/** The bytes of the .docx: the same for the same value, built alike. */
export function briefingDocument(briefing: PrintedBriefing, build?: DocumentBuild): Uint8Array {
  const { edition, today, month } = briefing;
  return wordBytes(documentPaper(briefing, build), {
    title: briefing.title,
    creator: briefing.plan.issuer.zh,
    description: [`${month}`, ...briefing.remarks].join("；"),
    createdAt: edition === null ? `${today}T00:00:00` : edition.closedAt,
  });
}
