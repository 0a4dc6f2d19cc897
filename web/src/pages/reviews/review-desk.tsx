import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AcceptedTogether, ReviewItem } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import { AcceptedNote } from "./accepted-note.tsx";
import { ReviewTable } from "./review-table.tsx";

/** The queue with what is picked of it, the way to accept that, and what became of the last ones. */
export function ReviewDesk({ items }: { readonly items: readonly ReviewItem[] }) {
  const { t } = useWords();
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
  const isAll = plain.length > 0 && chosen.length === plain.length;
  const pickAll = () => setPicked(new Set(isAll ? [] : plain.map(({ submission }) => submission)));
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
      {items.length > 0 && <ReviewTable items={items} picked={picked} onPick={pick} />}
      {plain.length > 0 && (
        <div className="reviews-bar screen-only">
          <span role="status">{t("reviews.chosen", { count: chosen.length, plain: plain.length })}</span>
          <span className="reviews-bar-ways">
            <button type="button" className="key" onClick={pickAll}>
              {t(isAll ? "reviews.chooseNone" : "reviews.chooseAll")}
            </button>
            <button
              type="button"
              className="key key-strong"
              disabled={chosen.length === 0}
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
