import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useContext } from "react";
import { editionQuery } from "../../api/months.ts";
import type { EditionFigures } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { BasisSwitch } from "../../components/basis-switch.tsx";
import { HashLine } from "../../components/hash-line.tsx";
import { Original, Quoting } from "../../components/original.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import { secondInChina } from "../../lib/instant.ts";
import type { Search } from "../../lib/search.ts";
import { BasisContext } from "../../words/basis.ts";
import { useWords } from "../../words/use-words.ts";
import { EditionCorrections } from "./edition-corrections.tsx";
import { EditionTable } from "./edition-table.tsx";
import "./edition.css";
import "../../styles/copy.css";

/** An edition: the figures as they were frozen when the month was closed, whether they are whole, and what was corrected since. */
export function EditionPage() {
  const { t, month: nameMonth } = useWords();
  const { plan = "", month = "", edition = "", basis }: Search = useSearch({ strict: false });
  const query = useQuery(editionQuery({ plan, month, edition, basis }));
  usePageTitle(t("months.edition", { edition }), month === "" ? undefined : nameMonth(month));
  return (
    <>
      <div className="edition-ways screen-only">
        <p className="way-back">
          <Link to="/months" search={(old: Search) => ({ ...old, edition: undefined })}>
            {t("edition.back")}
          </Link>
        </p>
        <BasisSwitch />
      </div>
      <Answered query={query} skeleton={<SkeletonLines lines={16} height={28} />}>
        {(data) => <Sheet data={data} />}
      </Answered>
    </>
  );
}

function Sheet({ data }: { readonly data: EditionFigures }) {
  const { t, say, month: nameMonth } = useWords();
  const basis = useContext(BasisContext);
  const { plan, month, edition, assessments } = data;
  return (
    <article className="edition">
      <header className="edition-head">
        <p className="eyebrow">{say(plan.title)}</p>
        <h1>
          {t("edition.title", {
            place: say(plan.jurisdiction.name),
            month: nameMonth(month),
            edition: edition.edition,
          })}
        </h1>
        <p className="subtitle">
          {t("edition.frozen")} · {t(`basis.${basis}`)}
        </p>
      </header>
      <Facts data={data} />
      <EditionCorrections data={data} />
      <section className="block" aria-labelledby="edition-figures">
        <div className="block-head">
          <h2 id="edition-figures">{t("edition.figures")}</h2>
          <p className="subtitle">{t("edition.count", { count: assessments.length })}</p>
          <button type="button" className="key screen-only" onClick={() => print()}>
            {t("print")}
          </button>
        </div>
        <EditionTable data={data} />
      </section>
    </article>
  );
}

/** Number, time, who, hash, and whether what is shown is what was closed. */
function Facts({ data: { plan, month, edition, isWhole } }: { readonly data: EditionFigures }) {
  const { t } = useWords();
  const facts = [
    { name: t("edition.number"), value: `${plan.key}/${month}/${edition.edition}` },
    { name: t("edition.closedAt"), value: secondInChina(edition.closedAt) },
    { name: t("edition.closedBy"), value: <Original>{edition.closedBy}</Original> },
    ...(edition.reason ? [{ name: t("edition.reason"), value: <Original>{edition.reason}</Original> }] : []),
    ...(edition.reopened
      ? [
          {
            name: t("edition.reopened"),
            value: (
              <Quoting>
                {t("months.reopened", { ...edition.reopened, at: dayAndTime(edition.reopened.grantedAt) })}
              </Quoting>
            ),
          },
        ]
      : []),
    { name: t("edition.hash"), value: <HashLine hash={edition.hash} isWhole /> },
  ];
  return (
    <>
      <dl className="edition-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {isWhole && (
          <div>
            <dt>{t("edition.check")}</dt>
            <dd>{t("edition.whole")}</dd>
          </div>
        )}
      </dl>
      {!isWhole && (
        <p className="edition-broken" role="alert">
          {t("edition.broken")}
        </p>
      )}
    </>
  );
}
