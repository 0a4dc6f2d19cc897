import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { reviewsQuery } from "../../api/reviews.ts";
import { sessionQuery } from "../../api/session.ts";
import type { ReviewItem, Submission } from "../../api/types.ts";
import { foundReviews } from "../../lib/found-reviews.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { nextReview } from "./next-review.ts";
import type { Decision } from "./use-decision.ts";

/** At the bottom of the page: accept, return with reasons, and the next one; nothing of it for who only reads. */
export function DecisionBar({ data, desk }: { readonly data: Submission; readonly desk: Decision }) {
  const { t } = useWords();
  const { data: session } = useQuery(sessionQuery);
  if (!session?.powers.includes("review-submissions")) return null;
  const mayDecide = data.hindrance === null && !desk.isDone;
  return (
    <section className="submission-bar screen-only" aria-label={t("submission.decide")}>
      {mayDecide && desk.isReturning && <ReturnForm desk={desk} />}
      {mayDecide && !desk.isReturning && (
        <span className="submission-bar-ways">
          <button type="button" className="key key-strong" disabled={desk.isBusy} onClick={() => void desk.accept()}>
            {t("submission.accept")}
          </button>
          <button type="button" className="key" disabled={desk.isBusy} onClick={() => desk.setReturning(true)}>
            {t("submission.return")}
          </button>
        </span>
      )}
      {!desk.isReturning && <NextReview submission={data.submission} isDone={desk.isDone} />}
    </section>
  );
}

/** Reasons in words: for the whole here, for a line below it in the table. */
function ReturnForm({ desk }: { readonly desk: Decision }) {
  const { t } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void desk.sendBack();
  };
  return (
    <form className="submission-return" onSubmit={submit}>
      <label className="field">
        <span>{t("submission.returnWhole")}</span>
        <textarea
          rows={2}
          maxLength={1000}
          // biome-ignore lint/a11y/noAutofocus: it was opened to be typed into
          autoFocus
          value={desk.whole}
          onChange={({ target }) => desk.setWhole(target.value)}
        />
      </label>
      <p className="aside">{t("submission.returnHelp")}</p>
      <span className="submission-bar-ways">
        <button type="submit" className="key key-strong" disabled={desk.isBusy || !desk.hasReason}>
          {t("submission.confirmReturn")}
        </button>
        <button type="button" className="key" disabled={desk.isBusy} onClick={() => desk.setReturning(false)}>
          {t("submission.cancel")}
        </button>
      </span>
    </form>
  );
}

/** The next one of the queue: one click away, and one key once this one is decided. */
function NextReview({ submission, isDone }: { readonly submission: string; readonly isDone: boolean }) {
  const { t } = useWords();
  const query = useQuery(reviewsQuery);
  const way = useRef<HTMLSpanElement>(null);
  const { within }: Search = useSearch({ strict: false });
  const next = useNext(query.data && foundReviews(query.data.items, within), submission, isDone);
  useEffect(() => {
    if (isDone) way.current?.querySelector("a")?.focus();
  }, [isDone]);
  return (
    <span ref={way} className="submission-next">
      {next ? <NextLink item={next} /> : query.data && <span className="aside">{t("submission.noNext")}</span>}
      {isDone && (
        <Link to="/reviews" search={({ within }: Search): Search => ({ within })} className="key">
          {t("submission.back")}
        </Link>
      )}
    </span>
  );
}

/** Keeps the next one that stood below this one before it was decided and left the queue, as long as that waits still. */
function useNext(items: readonly ReviewItem[] | undefined, submission: string, isDone: boolean): ReviewItem | null {
  const found = items ? nextReview(items, submission) : null;
  const [before, setBefore] = useState<string | null>(null);
  const isThere = items?.some((item) => item.submission === submission) ?? false;
  useEffect(() => {
    if (isThere && !isDone) setBefore(found?.submission ?? null);
  }, [isThere, isDone, found?.submission]);
  return items?.find((item) => item.submission === before && !isThere) ?? found;
}

function NextLink({ item }: { readonly item: ReviewItem }) {
  const { t, say, month } = useWords();
  return (
    <Link
      to="/submission"
      search={({ within }: Search): Search => ({ submission: item.submission, within })}
      className="key"
    >
      {t("submission.next", { unit: say(item.departmentName), period: month(item.period) })}
    </Link>
  );
}
