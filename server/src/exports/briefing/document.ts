/** The 通报 as a Word document: GB/T 9704-2012 in its layout, editable in all its parts. */
import type { FontPair } from "../office/drawing.ts";
import type { ChartBlock, TextBlock, WordBlock } from "../word/blocks.ts";
import { wordBytes } from "../word/document.ts";
import { type StyleName, wordFonts } from "../word/styles.ts";
import { chainsChart, lightsChart } from "./charts.ts";
import { documentTables } from "./document-tables.ts";
import type { PrintedBriefing } from "./document-value.ts";

/** A part of the text in the order that the office chose: one of the product's sections, or a text of its own. */
export type SkeletonPart =
  | { readonly kind: "section"; readonly key: string }
  | { readonly kind: "own"; readonly heading: string | null; readonly paragraphs: readonly string[] };

/** Who signs (落款), where somebody does. */
export interface Signature {
  readonly unit: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

const chartFonts: FontPair = { latin: wordFonts.latin, eastAsian: wordFonts.first };
const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/** In millimetres: so that ten chains and the lights stand on one page. */
const chartHeights = { bar: 6, rest: 38, most: 180, lights: 64 } as const;

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
  const { bar, rest, most } = chartHeights;
  return [
    ...(chains === null
      ? []
      : [
          {
            kind: "chart",
            chart: chains,
            height: Math.min(most, rest + bar * chains.categories.length),
          } as const,
        ]),
    ...(lights === null ? [] : [{ kind: "chart", chart: lights, height: chartHeights.lights } as const]),
  ];
}

function textBlocks(briefing: PrintedBriefing, skeleton: readonly SkeletonPart[]): readonly WordBlock[] {
  let number = 0;
  const headed = (heading: string) => {
    number += 1;
    return text("Heading1", `${inChinese(number)}、${heading}`);
  };
  return skeleton.flatMap((part): readonly WordBlock[] => {
    if (part.kind === "own") {
      return [...(part.heading === null ? [] : [headed(part.heading)]), ...part.paragraphs.map(paragraph)];
    }
    const section = briefing.sections.find(({ key }) => key === part.key);
    if (section === undefined) return [];
    return [headed(section.heading), ...section.paragraphs.map(paragraph)];
  });
}

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
function titleLines(title: string): string {
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

/** The bytes of the .docx: the same for the same value, skeleton and signature. */
export function briefingDocument(
  briefing: PrintedBriefing,
  skeleton: readonly SkeletonPart[] = briefing.sections.map(({ key }) => ({ kind: "section", key })),
  signature: Signature | null = null,
): Uint8Array {
  const charts = chartBlocks(briefing);
  const facts = briefing.remarks.slice(0, 2);
  const attachments: readonly Attachment[] = [
    ...(charts.length === 0 ? [] : [{ title: "进度图", blocks: charts }]),
    ...documentTables(briefing).map((table) => ({ title: table.title, blocks: [table] })),
  ];
  const isSingle = attachments.length === 1;
  const listed = attachments.map(({ title }, index) => {
    const number = isSingle ? "" : `${index + 1}．`;
    return text("AttachmentList", `${index === 0 ? "附件：" : "　　　"}${number}${title}`);
  });
  const signed =
    signature === null
      ? []
      : [text("BodyText", ""), text("Signature", signature.unit), text("Signature", dayInWords(signature.day))];
  const attached = attachments.flatMap(({ title, blocks }, index): readonly WordBlock[] => [
    text("AttachmentMark", isSingle ? "附件" : `附件${index + 1}`),
    text("AttachmentTitle", title),
    text("TableNote", facts.join("　")),
    ...blocks,
  ]);
  const blocks: readonly WordBlock[] = [
    text("Title", titleLines(briefing.title)),
    ...facts.map((fact) => text("Remark", `（${fact}）`)),
    text("BodyText", ""),
    ...textBlocks(briefing, skeleton),
    text("BodyText", ""),
    ...listed,
    ...signed,
    versionNote(briefing),
    ...attached,
    // Word wants a paragraph behind the last table.
    text("TableText", ""),
  ];
  const { edition, today, month } = briefing;
  return wordBytes(
    { header: documentHeader(briefing), blocks },
    {
      title: briefing.title,
      creator: briefing.plan.issuer.zh,
      description: [`${month}`, ...briefing.remarks].join("；"),
      createdAt: edition === null ? `${today}T00:00:00` : edition.closedAt,
    },
  );
}
