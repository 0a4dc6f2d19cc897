import { useRef } from "react";
import { addressOf } from "../../api/call.ts";
import type { Errata, ErratumNotice } from "../../api/types.ts";
import { CopyKey } from "../../components/copy-key.tsx";
import { useWords } from "../../words/use-words.ts";

/** The notice as it is pasted into a message: a line a paragraph, a line a figure. */
function textOf({ title, opening, sections, columns, rows, closing, signedBy, day }: ErratumNotice): string {
  const ordinals = ["一", "二"];
  return [
    title,
    opening,
    ...sections.flatMap(({ heading, paragraphs }, place) => [`${ordinals[place]}、${heading}`, ...paragraphs]),
    columns.join("\t"),
    ...rows.map((row) => row.join("\t")),
    ...[closing, signedBy, day],
  ].join("\n");
}

/** 更正: what an issued briefing now says wrongly, by what, and the notice that is ready to be sent. */
export function ErrataPanel({
  plan,
  name,
  errata,
}: {
  readonly plan: string;
  readonly name: string;
  readonly errata: Errata;
}) {
  const { t, say, month: nameMonth } = useWords();
  const shown = useRef<HTMLDivElement>(null);
  const { causes, notice } = errata;
  if (notice === null) return null;
  return (
    <section className="briefing-errata" aria-label={t("briefing.errata.title", { count: errata.errata.length })}>
      <h3>{t("briefing.errata.causes")}</h3>
      <ul>
        {causes.map(({ kind, subject, name: what, month, former, now, reason, by, on }) => (
          <li key={`${kind} ${on} ${subject?.zh} ${what?.zh} ${month}`}>
            {t(`briefing.errata.kind.${kind}`)}：
            {[month && nameMonth(month), subject && say(subject), what && say(what)].filter(Boolean).join(" ")}
            {now !== null && (
              <span lang="zh-CN">
                {" "}
                {former ?? "—"} → {now}
              </span>
            )}
            <small className="aside">
              {[by && say(by), on].filter(Boolean).join(" · ")}
              {reason && <span lang="zh-CN"> · {reason}</span>}
            </small>
          </li>
        ))}
      </ul>
      <div className="briefing-notice-head">
        <h3>{t("briefing.errata.notice")}</h3>
        <CopyKey text={textOf(notice)} label={t("briefing.errata.copy")} from={shown} />
        <a
          className="key"
          href={addressOf("/api/plans/{plan}/briefings/{briefing}/errata/document", { plan, briefing: name })}
          download
        >
          {t("briefing.errata.file")}
        </a>
      </div>
      <div className="briefing-notice" lang="zh-CN" ref={shown}>
        <Notice notice={notice} />
      </div>
    </section>
  );
}

function Notice({
  notice: { title, opening, sections, columns, rows, closing, signedBy, day },
}: {
  readonly notice: ErratumNotice;
}) {
  const ordinals = ["一", "二"];
  return (
    <>
      <h4>{title}</h4>
      <p>{opening}</p>
      {sections.map(({ heading, paragraphs }, place) => (
        <div key={heading}>
          <h5>
            {ordinals[place]}、{heading}
          </h5>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className="table-frame" aria-label={title} tabIndex={0}>
        <table className="figures">
          <thead>
            <tr>
              {columns.map((column, place) => (
                <th key={column} scope="col" className={place > 2 ? "figure" : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([what, of, figure, former, now]) => (
              <tr key={`${what} ${of} ${figure}`}>
                <th scope="row">{what}</th>
                <td>{of}</td>
                <td>{figure}</td>
                <td className="figure">{former}</td>
                <td className="figure">{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{closing}</p>
      <p className="briefing-signed">
        {signedBy}
        <br />
        {day}
      </p>
    </>
  );
}
