import { Link } from "@tanstack/react-router";
import type { AcceptedTogether, ReviewItem } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { paperName } from "./paper-name.ts";

/** What became of those that were to be accepted together: which were, and why the others were not. */
export function AcceptedNote({
  answer: { accepted, refused },
  items,
}: {
  readonly answer: AcceptedTogether;
  readonly items: readonly ReviewItem[];
}) {
  const words = useWords();
  const { t, say } = words;
  const nameOf = (submission: string) => {
    const item = items.find((each) => each.submission === submission);
    return item ? paperName(words, item) : submission;
  };
  return (
    <section className="reviews-done" role="status">
      {accepted.length > 0 && (
        <>
          <h2>{t("reviews.done", { count: accepted.length })}</h2>
          <ul className="reviews-named">
            {accepted.map((submission) => (
              <li key={submission}>{nameOf(submission)}</li>
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <>
          <h2>{t("reviews.refused", { count: refused.length })}</h2>
          <ul className="reviews-named">
            {refused.map(({ submission, message }) => (
              <li key={submission}>
                <Link to="/submission" search={{ submission }}>
                  {t("reviews.refusedFor", { paper: nameOf(submission), reason: say(message) })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
