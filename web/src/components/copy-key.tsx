import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useWords } from "../words/use-words.ts";

/** True once the browser has taken the text; false where it refuses, as on pages that are served without TLS. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies a text and says so; where the browser refuses, the text is chosen in its place, for the reader's own keys. */
export function CopyKey({
  text,
  label,
  from,
  onRefused,
}: {
  readonly text: string;
  /** What is copied, for those who hear the page. */
  readonly label: string;
  /** The element that shows the text. */
  readonly from: React.RefObject<HTMLElement | null>;
  /** Shows all of a text that is only begun, before it is chosen. */
  readonly onRefused?: () => void;
}) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<"done" | "chosen" | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    const isDone = await copied(text);
    if (!isDone) {
      flushSync(() => onRefused?.());
      if (from.current) getSelection()?.selectAllChildren(from.current);
    }
    setOutcome(isDone ? "done" : "chosen");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOutcome(null), 6000);
  };
  return (
    <span className="copy screen-only">
      <button type="button" className="key copy-key" aria-label={label} onClick={() => void copy()}>
        {outcome === "done" ? t("copy.done") : t("copy.copy")}
      </button>
      <span className="aside" role="status">
        {outcome === "chosen" && t("copy.chosen")}
        {outcome === "done" && <span className="unseen">{t("copy.done")}</span>}
      </span>
    </span>
  );
}
