import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { beginSignOn, sessionQuery, showAgain } from "../api/session.ts";
import { keepPlace } from "../lib/sign-in.ts";
import { useWords } from "../words/use-words.ts";
import { CodeField } from "./code-field.tsx";
import { Field, FormProblem } from "./field.tsx";

/** Asks once more who is there: the authenticator's code, the password, or the identity provider anew. */
export function ReauthenticationDialog({ onSettled }: { readonly onSettled: (isShown: boolean) => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const href = useLocation({ select: (location) => location.href });
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const way = session?.wayToShow ?? "password";

  const show = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const data = new FormData(event.currentTarget);
    const typed = (name: string) => String(data.get(name) ?? "");
    setBusy(true);
    setProblem(null);
    try {
      if (way === "provider") {
        keepPlace(href);
        window.location.assign((await beginSignOn()).address);
        return;
      }
      await showAgain(
        queryClient,
        way === "code" ? { code: typed("code").replaceAll(" ", "") } : { password: typed("password") },
      );
      onSettled(true);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} className="step-dialog" aria-labelledby={title} onClose={() => onSettled(false)}>
      <form className="form" onSubmit={(event) => void show(event)}>
        <h2 id={title}>{t("signIn.againTitle")}</h2>
        <p>{t(`signIn.againBy.${way}`)}</p>
        {way === "code" && <CodeField isWrong={problem !== null} />}
        {way === "password" && (
          <Field
            label={t("signIn.password")}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
            isWrong={problem !== null}
          />
        )}
        <FormProblem error={problem} otherwise={t("signIn.unsent")} />
        <p className="form-keys">
          <button type="submit" className="key key-strong" disabled={isBusy}>
            {t(way === "provider" ? "signIn.providerAction" : "signIn.goOn")}
          </button>
          <button type="button" className="key" disabled={isBusy} onClick={() => dialog.current?.close()}>
            {t("signIn.againBack")}
          </button>
        </p>
      </form>
    </dialog>
  );
}
