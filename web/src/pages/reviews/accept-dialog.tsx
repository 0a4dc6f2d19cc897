import { useEffect, useRef, useState } from "react";
import { Refusal } from "../../api/call.ts";
import { acceptTogether } from "../../api/reviews.ts";
import type { AcceptedTogether, ReviewItem } from "../../api/types.ts";
import { newKey } from "../../lib/new-key.ts";
import { useWords } from "../../words/use-words.ts";
import { paperName } from "./paper-name.ts";

/** Names what is going to be accepted, to be looked at once more; one key for however often it is confirmed. */
export function AcceptDialog({
  items,
  onBack,
  onDone,
}: {
  readonly items: readonly ReviewItem[];
  readonly onBack: () => void;
  readonly onDone: (answer: AcceptedTogether) => Promise<void>;
}) {
  const words = useWords();
  const { t, say } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const [key] = useState(newKey);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const seen = items.map(({ submission, submittedAt }) => ({ submission, seen: submittedAt }));
      await onDone(await acceptTogether(seen, key));
    } catch (error) {
      setProblem(error instanceof Refusal && error.message !== "" ? error.message : t("reviews.failed"));
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} className="reviews-dialog" aria-labelledby="accept-title" onClose={onBack}>
      <h2 id="accept-title">{t("reviews.confirmTitle")}</h2>
      <p>{t("reviews.confirmDetail", { count: items.length })}</p>
      <ul className="reviews-named">
        {items.map((item) => (
          <li key={item.submission}>
            {paperName(words, item)}
            <small className="aside">
              {say(item.planTitle)} · {t("reviews.lines", { count: item.lines })}
            </small>
          </li>
        ))}
      </ul>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="note-ways">
        <button
          type="button"
          className="key key-strong"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to be confirmed
          autoFocus
          disabled={isBusy || items.length === 0}
          onClick={() => void confirm()}
        >
          {t("reviews.confirm")}
        </button>
        <button type="button" className="key" disabled={isBusy} onClick={() => dialog.current?.close()}>
          {t("reviews.back")}
        </button>
      </p>
    </dialog>
  );
}
