import type { FormEvent, ReactNode } from "react";
import { FormProblem } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";

/** A form of signing in: what is asked, the lines, what was refused, one key. Hands over what was typed. */
export function FormFrame(props: {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly action: string;
  readonly onSubmit: (typed: (name: string) => string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const { title, detail, error, isBusy, action, onSubmit, children } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onSubmit((name) => String(data.get(name) ?? ""));
  };
  return (
    <form className="form sign-in-form" onSubmit={submit}>
      <header>
        <h1>{title}</h1>
        {detail && <p className="subtitle">{detail}</p>}
      </header>
      {children}
      <FormProblem error={error} otherwise={t("signIn.unsent")} />
      <p className="form-keys">
        <button type="submit" className="key key-strong" disabled={isBusy}>
          {action}
        </button>
      </p>
    </form>
  );
}
