import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { Field, FormProblem, isAbout } from "../../components/field.tsx";
import { newKey } from "../../lib/new-key.ts";
import { useWords } from "../../words/use-words.ts";

/** What stands in a field of a form that is sent; blank where nothing does. */
export type Typed = (name: string) => string;
/** Why, and by which document. */
export type Grounds = { readonly reason: string; readonly document?: string };

/** One kind of addition: its own fields, then why and by which document; what was typed stays until it is written. */
export function AdditionForm({
  title,
  fields,
  send,
}: {
  readonly title: string;
  readonly fields: (error: Error | null) => ReactNode;
  readonly send: (typed: Typed, grounds: Grounds, key: string) => Promise<unknown>;
}) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  // Another request needs another key: it belongs to what is typed.
  const [key, setKey] = useState(newKey);
  const adding = useMutation({
    mutationFn: ({ typed, grounds }: { typed: Typed; grounds: Grounds }) => send(typed, grounds, key),
    onSuccess: () => {
      form.current?.reset();
      setKey(newKey());
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed: Typed = (name) => String(data.get(name) ?? "").trim();
    const document = typed("document");
    adding.mutate({ typed, grounds: { reason: typed("reason"), ...(document !== "" && { document }) } });
  };
  return (
    <form
      ref={form}
      className="form block addition"
      aria-labelledby={id}
      onSubmit={submit}
      onChange={() => {
        setKey(newKey());
        adding.reset();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="addition-lines">
        {fields(adding.error)}
        <Field
          label={t("planEditing.reason")}
          name="reason"
          required
          maxLength={1000}
          autoComplete="off"
          isWrong={isAbout(adding.error, "reason")}
        />
        <Field
          label={t("planEditing.document")}
          name="document"
          maxLength={200}
          autoComplete="off"
          hint={t("planEditing.documentHint")}
        />
      </div>
      <FormProblem error={adding.error} otherwise={t("planEditing.unsent")} />
      <p className="form-keys">
        <button type="submit" className="key key-strong" disabled={adding.isPending}>
          {t("planEditing.add")}
        </button>
        {adding.isSuccess && <span role="status">{t("planEditing.done")}</span>}
      </p>
    </form>
  );
}

/** A choice of a list, its name above. */
export function Choice({
  label,
  name,
  options,
}: {
  readonly label: string;
  readonly name: string;
  readonly options: readonly { readonly key: string; readonly name: string }[];
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} required>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
