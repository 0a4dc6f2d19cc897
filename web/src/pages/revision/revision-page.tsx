import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { revisionsQuery, type TargetPlace } from "../../api/revisions.ts";
import type { TargetRevisions } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { Clause, Original } from "../../components/original.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useMay } from "../../lib/use-may.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { RevisionForm } from "./revision-form.tsx";
import "../../styles/facts.css";
import "../../styles/forms.css";
import "./revision.css";

/** 调整目标: what stands, what stood, and for the office a new value with all that it would move. */
export function RevisionPage() {
  const { t, say } = useWords();
  const { plan = "", target = "" }: Search = useSearch({ strict: false });
  const place = { plan, target };
  const query = useQuery(revisionsQuery(place));
  usePageTitle(t("revision.title"), query.data && say(query.data.subjectName));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={10} height={32} />}>
      {(data) => <RevisionDesk key={target} place={place} data={data} />}
    </Answered>
  );
}

function RevisionDesk({ place, data }: { readonly place: TargetPlace; readonly data: TargetRevisions }) {
  const { t } = useWords();
  const mayRevise = useMay("revise-plans");
  const [written, setWritten] = useState<number | null>(null);
  return (
    <div className="revision">
      <header>
        <p className="way-back screen-only">
          <Link to="/plan" search={({ plan, lang }: Search) => ({ plan, lang })}>
            {t("revision.back")}
          </Link>
        </p>
        <h1>{t("revision.title")}</h1>
        <p className="subtitle">{t("revision.subtitle")}</p>
      </header>
      <Standing data={data} />
      <Values data={data} />
      {written !== null ? (
        <Written data={data} revision={written} onMore={() => setWritten(null)} />
      ) : (
        mayRevise && data.target.reading !== "done" && <RevisionForm place={place} data={data} onDone={setWritten} />
      )}
    </div>
  );
}

function Standing({ data: { target, subjectName } }: { readonly data: TargetRevisions }) {
  const words = useWords();
  const { t, say, horizon } = words;
  const facts = [
    ["subject", say(subjectName)],
    ["indicator", indicatorName(words, target)],
    ["target", <b key="target">{say(target.text)}</b>],
    ["horizon", horizon(target.horizon)],
    ["curve", t(`curve.${target.curve}`)],
    ["clause", <Clause key="clause">{target.clause}</Clause>],
  ] as const;
  return (
    <section className="block" aria-labelledby="standing-title">
      <h2 id="standing-title">{t("revision.standing")}</h2>
      <dl className="facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{t(`revision.fact.${fact}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Values({ data: { revisions } }: { readonly data: TargetRevisions }) {
  const { t, say, month } = useWords();
  return (
    <section className="block revision-values" aria-labelledby="values-title">
      <div className="block-head">
        <h2 id="values-title">{t("revision.values")}</h2>
        <p className="subtitle">{t("revision.valuesCount", { count: revisions.length })}</p>
      </div>
      <FigureTable
        caption={t("revision.values")}
        rows={revisions}
        keyOf={({ revision, from }) => `${revision} ${from}`}
        columns={[
          { key: "from", heading: t("revision.column.from"), cell: ({ from }) => month(from) },
          { key: "text", heading: t("revision.column.text"), cell: ({ text }) => say(text) },
          {
            key: "document",
            heading: t("revision.column.document"),
            cell: ({ document }) => (document === null ? "—" : <Original>{document}</Original>),
          },
          {
            key: "reason",
            heading: t("revision.column.reason"),
            cell: ({ reason, by }) =>
              reason === null ? by === null ? t("revision.ofDocument") : "—" : <Original>{reason}</Original>,
          },
          {
            key: "by",
            heading: t("revision.column.by"),
            cell: ({ by }) => (by === null ? "—" : <Original>{by}</Original>),
          },
          { key: "at", heading: t("revision.column.at"), cell: ({ at }) => dayAndTime(at), isWide: true },
        ]}
      />
    </section>
  );
}

function Written({
  data: { target },
  revision,
  onMore,
}: {
  readonly data: TargetRevisions;
  readonly revision: number;
  readonly onMore: () => void;
}) {
  const { t, say, month } = useWords();
  const last = target.adjustments.at(-1);
  return (
    <section className="block revision-written" role="status">
      <p>
        {last &&
          t("revision.done", {
            former: say(last.former),
            text: say(last.text),
            month: month(last.from),
            revision,
          })}
      </p>
      <p className="form-keys">
        <Link
          to="/chain"
          search={({ plan, lang }: Search) => ({ plan, lang, subject: target.subject })}
          className="key key-strong"
        >
          {t("revision.seeChain")}
        </Link>
        <button type="button" className="key" onClick={onMore}>
          {t("revision.more")}
        </button>
      </p>
    </section>
  );
}
