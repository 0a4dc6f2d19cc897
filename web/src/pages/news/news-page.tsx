import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { newsQuery } from "../../api/notes.ts";
import type { News, NewsEntry } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { Original, Quoting } from "../../components/original.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import "./news.css";

/** 新动态: what happened since one was here last, each entry with the way to what it is about. */
export function NewsPage() {
  const { t } = useWords();
  const query = useQuery(newsQuery);
  usePageTitle(t("news.title"));
  return (
    <div className="news">
      <Answered query={query} skeleton={<SkeletonLines lines={12} height={28} />}>
        {(data) => <Listed data={data} />}
      </Answered>
    </div>
  );
}

function Listed({ data: { since, entries, isShortened } }: { readonly data: News }) {
  const { t } = useWords();
  return (
    <>
      <header>
        <h1>{t("news.title")}</h1>
        <p className="subtitle">
          {since === null ? t("news.first") : t("news.since", { at: dayAndTime(since) })}
          {isShortened && ` · ${t("news.shortened", { count: entries.length })}`}
        </p>
      </header>
      {entries.length === 0 ? (
        <EmptyNote>{t("news.none")}</EmptyNote>
      ) : (
        <ol className="news-list">
          {entries.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
      <p className="aside">{t("news.private")}</p>
    </>
  );
}

function Entry({ entry }: { readonly entry: NewsEntry }) {
  const { t, say } = useWords();
  const { kind, at, place, sentence, quote } = entry;
  return (
    <>
      <p className="news-head">
        <time dateTime={at}>{dayAndTime(at)}</time>
        <span className="news-kind">{t(`news.kind.${kind}`)}</span>
        <span>{say(place)}</span>
      </p>
      <p className="news-said">
        <Way entry={entry}>
          <Quoting>{say(sentence)}</Quoting>
        </Way>
      </p>
      {quote !== null && (
        <blockquote className="news-quote">
          <Original>{quote}</Original>
        </blockquote>
      )}
    </>
  );
}

/** The way from an entry to what it is about. */
function Way({ entry, children }: { readonly entry: NewsEntry; readonly children: ReactNode }) {
  const { kind, plan, month, subject, target } = entry;
  const at = ({ lang }: Search): Search => ({ plan, month, lang });
  if (kind === "closed" || kind === "reopened" || kind === "reopening-asked") {
    return (
      <Link to="/months" search={at} preload={false}>
        {children}
      </Link>
    );
  }
  if (kind === "revised" && target) {
    return (
      <Link to="/revision" search={({ lang }: Search): Search => ({ plan, target, lang })} preload={false}>
        {children}
      </Link>
    );
  }
  if (subject) {
    return (
      <Link to="/chain" search={(old: Search): Search => ({ ...at(old), subject })} hash="notes" preload={false}>
        {children}
      </Link>
    );
  }
  return (
    <Link to="/overview" search={at} preload={false}>
      {children}
    </Link>
  );
}
