import { useState } from "react";
import { timeOfDay } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";
import type { DeskLine, LineState } from "./desk.ts";

/** What is told of several lines at once: the worst first. */
const worst: readonly LineState[] = ["conflict", "kept", "saving", "typed"];

/** At the bottom of the page: how much is filled, that it is saved, and the ways on. */
export function SubmitBar({
  lines,
  savedAt,
  wrong,
  fillRest,
  onSubmit,
}: {
  readonly lines: readonly DeskLine[];
  readonly savedAt: string | null;
  readonly wrong: number;
  /** What fills every blank line at once, and its name. */
  readonly fillRest: { readonly name: string; readonly act: () => Promise<void> };
  readonly onSubmit: (form: HTMLElement | null) => Promise<void>;
}) {
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [isTold, setTold] = useState(false);
  const state = worst.find((each) => lines.some((line) => line.state === each));
  const filled = lines.filter(({ row }) => row.isFilled).length;
  const busyWith = (work: () => Promise<void>) => {
    setBusy(true);
    setTold(true);
    void work()
      .catch(() => undefined)
      .finally(() => setBusy(false));
  };
  const sentence =
    state === "conflict" || state === "kept"
      ? t(`paper.state.${state}`)
      : state !== undefined
        ? t("paper.state.saving")
        : savedAt === null
          ? t("paper.state.begun")
          : t("paper.state.saved", { time: timeOfDay(savedAt) });
  return (
    <div className="paper-bar screen-only">
      <span>{t("paper.filled", { filled, total: lines.length })}</span>
      <span className={state === "conflict" || state === "kept" ? "finding-error" : "aside"} role="status">
        {sentence}
      </span>
      {isTold && !isBusy && filled === 0 && <span className="finding-error">{t("paper.nothing")}</span>}
      {wrong > 0 && <span className="finding-error">{t("paper.wrong", { count: wrong })}</span>}
      <span className="paper-bar-ways">
        <button type="button" className="key" disabled={isBusy} onClick={() => busyWith(fillRest.act)}>
          {fillRest.name}
        </button>
        <button
          type="button"
          className="key key-first"
          data-onward
          disabled={isBusy}
          onClick={({ currentTarget }) => {
            const form = currentTarget.closest<HTMLElement>(".paper-sheet");
            busyWith(() => onSubmit(form));
          }}
        >
          {t("paper.submit")}
        </button>
      </span>
    </div>
  );
}
