import { useEffect } from "react";
import type { BriefingPaper, PaperTable } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { PaperChartFigure } from "./paper-chart.tsx";

type Block = BriefingPaper["blocks"][number];

/** A briefing as its Word document prints it, from top to bottom. Chinese, whatever the pages speak. */
export function Paper({ paper: { header, blocks } }: { readonly paper: BriefingPaper }) {
  const { t } = useWords();
  // The margins of printed pages know nothing of the page but the properties of its root.
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--briefing-header", JSON.stringify(header));
    return () => void style.removeProperty("--briefing-header");
  }, [header]);
  return (
    <article className="briefing-paper" aria-label={t("briefing.preview")}>
      <div lang="zh-CN">
        {header !== "" && <p className="briefing-header">{header}</p>}
        {blocks.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is printed has no other identity than its place
          <Printed key={place} block={block} />
        ))}
      </div>
    </article>
  );
}

function Printed({ block: { style, text, table, chart } }: { readonly block: Block }) {
  if (chart !== null) return <PaperChartFigure chart={chart} />;
  if (table !== null) return <PrintedTable table={table} />;
  switch (style) {
    case "Title":
      return <h2 className="paper-title">{text}</h2>;
    case "Heading1":
      return <h3 className="paper-heading">{text}</h3>;
    case "Heading2":
    case "Heading3":
      return <h4 className={`paper-${style.toLowerCase()}`}>{text}</h4>;
    case "AttachmentTitle":
      return <h3 className="paper-attachment">{text}</h3>;
    default:
      return <p className={`paper-${(style ?? "BodyText").toLowerCase()}`}>{text}</p>;
  }
}

/** Words of so many characters are read at once, and stand in one line. */
const shortWord = 5;
const oneLine = (text: string) => (text.length <= shortWord ? "paper-word" : undefined);

function PrintedTable({ table: { title, columns, rows } }: { readonly table: PaperTable }) {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={title} tabIndex={0}>
      <table className="figures">
        <colgroup>
          {columns.map(({ heading, width }) => (
            <col key={heading} style={{ width: `${(width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ heading, isFigure }) => (
              <th key={heading} scope="col" className={isFigure ? "figure" : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = "", ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
            <tr key={row}>
              <th scope="row">{first}</th>
              {cells.map((text, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their column
                <td key={place} className={columns[place + 1]?.isFigure ? "figure" : oneLine(text)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
