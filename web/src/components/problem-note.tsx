import { Link, useLocation } from "@tanstack/react-router";
import { Refusal } from "../api/call.ts";
import type { Search } from "../lib/search.ts";
import { asksToSignIn } from "../lib/sign-in.ts";
import { useWords } from "../words/use-words.ts";

/** The way back drops what was refused: the month and horizon, and a wrong plan with them. */
const back =
  (field: string | null) =>
  (old: Search): Search => ({
    plan: field === "plan" ? undefined : old.plan,
    month: undefined,
    horizon: undefined,
    basis: undefined,
    asKnownOn: undefined,
    attribution: undefined,
  });

/** Says what happened, what is kept and what to do; with the server's own sentence where it had one. */
export function ProblemNote({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const { t } = useWords();
  const refusal = error instanceof Refusal ? error : null;
  const isRefused = refusal !== null && refusal.status >= 400 && refusal.status < 500;
  const what = !refusal ? "broken" : isRefused ? "refused" : refusal.status === 0 ? "unreachable" : "failed";
  if (asksToSignIn(error)) return <SignInNote message={error.message} />;
  return (
    <section className="note" role="alert">
      <h1>{t(`problem.${what}`)}</h1>
      {refusal?.message && <p className="note-sentence">{refusal.message}</p>}
      <p>
        {isRefused ? t("problem.doChoose") : `${t("problem.kept")}${t("problem.keptUntouched")}${t("problem.doAgain")}`}
      </p>
      {refusal?.requestId && <p className="aside">{t("problem.requestId", { id: refusal.requestId })}</p>}
      <p className="note-ways">
        {!isRefused && onRetry && (
          <button type="button" className="key" onClick={onRetry}>
            {t("problem.retry")}
          </button>
        )}
        <Link to="/overview" search={back(refusal?.field ?? null)} className="key">
          {refusal?.field === "plan" ? t("problem.start") : t("problem.latest")}
        </Link>
      </p>
    </section>
  );
}

/** Stands while nobody is signed in any more; the way back leads here again. */
function SignInNote({ message }: { readonly message: string }) {
  const { t } = useWords();
  const from = useLocation({ select: ({ href }) => href });
  return (
    <section className="note" role="alert">
      <p className="note-sentence">{message}</p>
      <p className="note-ways">
        <Link to="/sign-in" search={(old: Search) => ({ lang: old.lang, from })} className="key">
          {t("problem.signIn")}
        </Link>
      </p>
    </section>
  );
}
