import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { Refusal } from "../../api/call.ts";
import { sessionQuery } from "../../api/session.ts";
import { timeOfDay } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import type { DeskLine, LineState } from "./desk.ts";

/** What is told of several lines at once: the worst first. */
const worst = ["conflict", "refused", "signed-out", "kept", "saving", "typed"] as const satisfies readonly LineState[];

type Told = (typeof worst)[number] | undefined;

const isTrouble = (state: Told) => state !== undefined && state !== "saving" && state !== "typed";

/** At the bottom of the page: how much is filled, that it is saved, and the ways on. */
export function SubmitBar({
  lines,
  savedAt,
  wrong,
  fillRest,
  isCorrection,
  heads,
  onLookAgain,
  onSubmit,
}: {
  readonly lines: readonly DeskLine[];
  readonly savedAt: string | null;
  readonly wrong: number;
  /** What fills every blank line at once, and its name; null on a correction. */
  readonly fillRest: { readonly name: string; readonly act: () => Promise<void> } | null;
  /** Only what is wrong is filled in. */
  readonly isCorrection: boolean;
  /** Who signs for the unit; none where whoever writes hands in. */
  readonly heads: readonly string[];
  /** Asks how the paper stands now, as when somebody handed it in elsewhere. */
  readonly onLookAgain: () => Promise<void>;
  /** Null for whoever prepares what a head signs. */
  readonly onSubmit: (() => Promise<void>) | null;
}) {
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [isTold, setTold] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const state = worst.find((each) => lines.some((line) => line.state === each));
  const filled = lines.filter(({ row }) => row.isFilled).length;
  const busyWith = (work: () => Promise<void>) => {
    setBusy(true);
    setTold(true);
    setProblem(null);
    void work()
      .catch((error: unknown) => {
        const isKnown = error instanceof Refusal && error.message !== "";
        setProblem(isKnown ? t("paper.notDone", { problem: error.message }) : t("paper.state.kept"));
      })
      .finally(() => setBusy(false));
  };
  const refused = lines.filter((line) => line.state === "refused").length;
  const sentence = () => {
    if (state === "conflict" || state === "kept") return t(`paper.state.${state}`);
    if (state === "refused") return t("paper.state.notSaved", { count: refused });
    if (state === "signed-out") return t("paper.state.signedOut");
    if (state !== undefined) return t("paper.state.saving");
    return savedAt === null ? t("paper.state.begun") : t("paper.state.saved", { time: timeOfDay(savedAt) });
  };
  const look = isTrouble(state) ? "finding-error" : state === undefined && savedAt !== null ? "paper-saved" : "aside";
  return (
    <div className="paper-bar screen-only">
      <span>
        {isCorrection ? t("paper.filledCorrection", { filled }) : t("paper.filled", { filled, total: lines.length })}
      </span>
      <span className={look} role="status">
        {sentence()}
      </span>
      {state === "signed-out" && <SignInAgain />}
      {state === "refused" && (
        <button type="button" className="key" disabled={isBusy} onClick={() => busyWith(onLookAgain)}>
          {t("paper.lookAgain")}
        </button>
      )}
      {problem !== null && !isTrouble(state) && (
        <span className="finding-error" role="alert">
          {problem}
        </span>
      )}
      {isTold && !isBusy && filled === 0 && <span className="finding-error">{t("paper.nothing")}</span>}
      {wrong > 0 && <span className="finding-error">{t("paper.wrong", { count: wrong })}</span>}
      <span className="paper-bar-ways">
        {fillRest && filled < lines.length && (
          <button type="button" className="key" disabled={isBusy} onClick={() => busyWith(fillRest.act)}>
            {fillRest.name}
          </button>
        )}
        {onSubmit === null ? (
          <strong>{t("paper.headSigns", { names: heads.join("、") })}</strong>
        ) : (
          <button
            type="button"
            className="key key-first"
            data-onward
            disabled={isBusy}
            onClick={() => busyWith(onSubmit)}
          >
            {t(heads.length > 0 ? "paper.sign" : "paper.submit")}
          </button>
        )}
      </span>
    </div>
  );
}

/** The way to the sign-in page and back to this paper, where what was kept is saved. */
function SignInAgain() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const from = useLocation({ select: ({ href }) => href });
  return (
    <Link
      to="/sign-in"
      search={(old: Search): Search => ({ plan: old.plan, lang: old.lang, from })}
      className="key"
      // Who was signed in a minute ago is remembered otherwise.
      onClick={() => void queryClient.resetQueries({ queryKey: sessionQuery.queryKey })}
    >
      {t("paper.signIn")}
    </Link>
  );
}
