import type { Briefing } from "../../api/types.ts";
import { LightShape } from "../../components/light-shape.tsx";
import { useWords } from "../../words/use-words.ts";
import { type PaperTable, paperTables } from "./paper-rows.ts";

/** The numbers of the parts of a 通报. */
const ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A briefing as its Word document reads: title, remarks, text, attached tables. Chinese, whatever the pages speak. */
export function Paper({ briefing }: { readonly briefing: Briefing }) {
  const { t } = useWords();
  const { title, remarks, sections, edition } = briefing;
  const tables = paperTables(briefing);
  // 截至 and basis stand below the title; what is said of the version, at the end of the text.
  const [facts, version] = [remarks.slice(0, 2), remarks.slice(2)];
  return (
    <article className="briefing-paper" aria-label={t("briefing.preview")}>
      <div lang="zh-CN">
        {version.length > 0 && <p className="briefing-header">{version.join("　")}</p>}
        <h2>{title}</h2>
        {facts.map((fact) => (
          <p key={fact} className="briefing-fact">
            （{fact}）
          </p>
        ))}
        {sections.map(({ key, heading, paragraphs }, place) => (
          <section key={key} aria-labelledby={`briefing-${key}`}>
            <h3 id={`briefing-${key}`}>
              {ordinals[place]}、{heading}
            </h3>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
        {edition && <p className="briefing-version">（校验值：{edition.hash}）</p>}
        {tables.map((table, place) => (
          <Attachment key={table.title} table={table} number={place + 1} note={facts.join("　")} />
        ))}
      </div>
    </article>
  );
}

function Attachment({
  table: { title, columns, rows },
  number,
  note,
}: {
  readonly table: PaperTable;
  readonly number: number;
  readonly note: string;
}) {
  return (
    <section className="briefing-attachment" aria-labelledby={`briefing-table-${number}`}>
      <p className="briefing-mark">附件{number}</p>
      <h3 id={`briefing-table-${number}`}>{title}</h3>
      <p className="briefing-note">{note}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className="table-frame" aria-label={title} tabIndex={0}>
        <table className="figures">
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
            {rows.map(({ key, cells: [first, ...cells] }) => (
              <tr key={key}>
                <th scope="row">{first?.text}</th>
                {cells.map(({ text, light }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their column
                  <td key={place} className={columns[place + 1]?.isFigure ? "figure" : undefined}>
                    {light && <LightShape light={light} size={11} />}
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
