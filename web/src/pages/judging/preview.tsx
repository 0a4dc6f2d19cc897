import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { plansQuery } from "../../api/plans.ts";
import type { JudgingPreview, Light } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { ComparedMaps } from "./compared-maps.tsx";

type Move = JudgingPreview["moves"][number];

/** The address of the table of what is tried, for a horizon. */
export type TrialTable = (asked: { horizon: string; format: "csv" | "xlsx"; lang: "zh" | "en" }) => string;

/** What would change: the server's sentence, the lights now and then of a horizon, and each target that would change. */
export function Preview({ preview, tableAt }: { readonly preview: JudgingPreview; readonly tableAt: TrialTable }) {
  const { t, say, language, horizon: horizonName } = useWords();
  const { sentence, lights, worse, better, maps, moves } = preview;
  const question = useQuestion();
  const map = maps.find(({ horizon }) => horizon === question.horizon) ?? maps[0];
  const of = useQuery(plansQuery).data?.plans.find(({ key }) => key === question.plan);
  const lang = language === "en" ? "en" : "zh";
  return (
    <>
      <p className="judging-sentence" role="status">
        {say(sentence)}
      </p>
      {lights > 0 && <p className="subtitle">{t("judging.counts", { worse, better })}</p>}
      {map && (
        <ComparedMaps
          map={map}
          from={preview.from}
          files={{
            tableAt: (format) => tableAt({ horizon: map.horizon, format, lang }),
            place: of && `${say(of.jurisdiction.name)} · ${say(of.title)}`,
            month: preview.month,
            basis: "department",
          }}
          controls={<HorizonChoice chosen={map.horizon} horizons={maps.map(({ horizon }) => horizon)} />}
        />
      )}
      {moves.length > 0 && (
        <section>
          <h3>{t("judging.moves", { count: moves.length })}</h3>
          <FigureTable
            caption={t("judging.moves", { count: moves.length })}
            rows={moves}
            keyOf={({ target }) => target}
            columns={[
              {
                key: "subject",
                heading: t("column.subject"),
                cell: ({ subject, name }) => (
                  <>
                    {say(subject.name)} <span className="aside">{say(name)}</span>
                  </>
                ),
              },
              { key: "horizon", heading: t("pick.horizon"), cell: ({ horizon }) => horizonName(horizon) },
              { key: "spans", heading: t("judging.column.moves"), cell: (move) => <Spans move={move} /> },
            ]}
          />
        </section>
      )}
    </>
  );
}

function Spans({ move: { spans } }: { readonly move: Move }) {
  const { t, month } = useWords();
  const badge = (light: Light | null) => (light === null ? t("light.noneLong") : <LightBadge light={light} />);
  return (
    <ul className="judging-spans">
      {spans.map(({ from, to, before, after }) => (
        <li key={from}>
          <span>{from === to ? month(from) : t("revision.span", { first: month(from), last: month(to) })}</span>
          <span className="judging-lights">
            {badge(before)}
            <span className="judging-arrow" aria-hidden="true">
              →
            </span>
            {badge(after)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function HorizonChoice({ chosen, horizons }: { readonly chosen: string; readonly horizons: readonly string[] }) {
  const { t, horizon: horizonName } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const ask = (horizon: string) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, horizon }), replace: true, resetScroll: false });
  return (
    <div className="inline-select">
      <label htmlFor={id}>{t("pick.horizon")}</label>
      <select id={id} value={chosen} onChange={({ target }) => ask(target.value)}>
        {horizons.map((each) => (
          <option key={each} value={each}>
            {horizonName(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
