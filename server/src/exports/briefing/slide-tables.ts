/** Tables on slides: as many rows on each as there is room for, the rest on the next with the same headings. */
import type { Slide, TableShape } from "../slides/slide.ts";

/** Where the content of a slide stands, in millimetres. */
export const contentFrame = { left: 15, top: 36, width: 308, height: 136 } as const;
const points = 12;
/** A line of that size with what is between lines in 微软雅黑 and wider fonts, and what stands above and below the text of a cell. */
const lineMillimetres = 6;
const cellMillimetres = 2.6;
const characterMillimetres = points * 0.3528;

/** Left free: another machine's fonts may break a line more. */
const reserve = 10;

type Columns = TableShape["columns"];

/** A Chinese character takes the room of two Latin ones. */
const roomOf = (text: string) => [...text].reduce((sum, each) => sum + (/[\u2e80-\uffef]/.test(each) ? 1 : 0.55), 0);

/** How high a row stands, whose longest cell is broken into lines. */
function heightOf(row: readonly string[], columns: Columns): number {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const lines = row.map((text, index) => {
    const width = ((columns[index]?.share ?? 1) / whole) * contentFrame.width - 3;
    return text
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((roomOf(line) * characterMillimetres) / width)), 0);
  });
  return Math.max(...lines) * lineMillimetres + cellMillimetres;
}

type Row = TableShape["rows"][number];

/** Rows by slide, each filled up to a height; a row higher than that stands alone. */
function filledTo(most: number, rows: readonly { readonly row: Row; readonly height: number }[]): Row[][] {
  const pages: Row[][] = [];
  let left = 0;
  for (const { row, height } of rows) {
    if (height > left || pages.length === 0) {
      pages.push([]);
      left = most;
    }
    pages.at(-1)?.push(row);
    left -= height;
  }
  return pages;
}

/** Rows on as few slides as they fit on, each about as full as the others. */
function pagesOf(rows: TableShape["rows"], columns: Columns): Row[][] {
  const heading = heightOf(
    columns.map(({ heading: text }) => text),
    columns,
  );
  const measured = rows.map((row) => ({ row, height: heightOf(row, columns) }));
  const room = contentFrame.height - reserve - heading;
  const fewest = filledTo(room, measured);
  const whole = measured.reduce((sum, { height }) => sum + height, 0);
  for (let most = Math.ceil(whole / fewest.length); most < room; most += 1) {
    const pages = filledTo(most, measured);
    if (pages.length === fewest.length) return pages;
  }
  return fewest;
}

/** The slides of a table; none where it has no row. */
export function tableSlides(
  title: string,
  notes: string,
  { name, columns, rows }: { readonly name: string; readonly columns: Columns; readonly rows: TableShape["rows"] },
): Slide[] {
  const pages = pagesOf(rows, columns);
  return pages.map((page, index): Slide => {
    const heights = [columns.map(({ heading }) => heading), ...page].map((row) => heightOf(row, columns));
    const height = heights.reduce((sum, each) => sum + each, 0);
    return {
      ...{ kind: "content", notes },
      title: pages.length === 1 ? title : `${title}（${index + 1}/${pages.length}）`,
      shapes: [
        {
          ...{ kind: "table", title: name, points, columns, rows: page, heights },
          frame: { ...contentFrame, height },
        },
      ],
    };
  });
}
