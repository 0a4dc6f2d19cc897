import { useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { AcceptedTogether, ReviewItem } from "../../api/types.ts";
import { foundReviews } from "../../lib/found-reviews.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import { AcceptedNote } from "./accepted-note.tsx";
import { ReviewFinder } from "./review-finder.tsx";
import { ReviewTable } from "./review-table.tsx";

/** A queue longer than this can be searched, and is shown by so many at a time. */
const short = 12;
const page = 50;

/** So many are accepted together at most, as the server takes them. */
const mostTogether = 200;

/** The queue with what is picked of it, the way to accept that, and what became of the last ones. */
export function ReviewDesk({ items: all }: { readonly items: readonly ReviewItem[] }) {
  const { t } = useWords();
  const { within = "" }: Search = useSearch({ strict: false });
  const [pages, setPages] = useState(1);
  const items = foundReviews(all, within);
  const shown = items.slice(0, pages * page);
  const queryClient = useQueryClient();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<{ answer: AcceptedTogether; of: readonly ReviewItem[] } | null>(null);
  const plain = items.filter(({ isPlain }) => isPlain);
  // What was decided meanwhile, or is marked now, is picked no more.
  const chosen = plain.filter(({ submission }) => picked.has(submission));
  const pick = (submission: string, isPicked: boolean) =>
    setPicked((old) => {
      const others = [...old].filter((each) => each !== submission);
      return new Set(isPicked ? [...others, submission] : others);
    });
  const together = plain.slice(0, mostTogether);
  const isAll = together.length > 0 && chosen.length >= together.length;
  const pickAll = () => setPicked(new Set(isAll ? [] : together.map(({ submission }) => submission)));
  const finish = async (answer: AcceptedTogether) => {
    setDone({ answer, of: chosen });
    setAsking(false);
    setPicked(new Set());
    // The figures of every page may be others now.
    await queryClient.invalidateQueries();
  };
  return (
    <section aria-label={t("reviews.caption")}>
      {done && <AcceptedNote answer={done.answer} items={done.of} />}
      {(all.length > short || within !== "") && <ReviewFinder asked={within} found={items.length} count={all.length} />}
      {shown.length > 0 && <ReviewTable items={shown} picked={picked} onPick={pick} />}
      {items.length > shown.length && (
        <p className="reviews-more screen-only">
          <button type="button" className="key" onClick={() => setPages(pages + 1)}>
            {t("reviews.showMore", {
              count: Math.min(page, items.length - shown.length),
              rest: items.length - shown.length,
            })}
          </button>
        </p>
      )}
      {plain.length > 0 && (
        <div className="reviews-bar screen-only">
          <span role="status">{t("reviews.chosen", { count: chosen.length, plain: plain.length })}</span>
          <span className="reviews-bar-ways">
            <button type="button" className="key" onClick={pickAll}>
              {isAll
                ? t("reviews.chooseNone")
                : plain.length > mostTogether
                  ? t("reviews.chooseMost", { count: mostTogether })
                  : t("reviews.chooseAll")}
            </button>
            <button
              type="button"
              className="key key-strong"
              disabled={chosen.length === 0 || chosen.length > mostTogether}
              onClick={() => setAsking(true)}
            >
              {t("reviews.acceptChosen")}
            </button>
          </span>
        </div>
      )}
      {isAsking && <AcceptDialog items={chosen} onBack={() => setAsking(false)} onDone={finish} />}
    </section>
  );
}
