import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { Plan } from "../../api/types.ts";
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
  trial,
  extraKey,
  onWritten,
}: {
  readonly title: string;
  readonly fields: (error: Error | null) => ReactNode;
  readonly send: (typed: Typed, grounds: Grounds, key: string) => Promise<unknown>;
  /** Shows what the addition would move, without writing it. */
  readonly trial?: (typed: Typed) => Promise<ReactNode>;
  readonly extraKey?: ReactNode;
  /** What the form showed only for what was typed is put back. */
  readonly onWritten?: () => void;
}) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  // Another request needs another key: it belongs to what is typed.
  const [key, setKey] = useState(newKey);
  const trying = useMutation({ mutationFn: (typed: Typed) => trial?.(typed) ?? Promise.resolve(null) });
  const adding = useMutation({
    mutationFn: ({ typed, grounds }: { typed: Typed; grounds: Grounds }) => send(typed, grounds, key),
    onSuccess: () => {
      form.current?.reset();
      setKey(newKey());
      trying.reset();
      onWritten?.();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
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
        trying.reset();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="addition-lines">
        {fields(adding.error ?? trying.error)}
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
      {trying.data && <div role="status">{trying.data}</div>}
      <FormProblem error={adding.error ?? trying.error} otherwise={t("planEditing.unsent")} />
      <p className="form-keys">
        <button type="submit" className="key key-strong" disabled={adding.isPending}>
          {t("planEditing.add")}
        </button>
        {trial && (
          <button
            type="button"
            className="key"
            disabled={trying.isPending}
            onClick={() => form.current?.reportValidity() && trying.mutate(typedIn(form.current))}
          >
            {t("planEditing.try")}
          </button>
        )}
        {extraKey}
        {adding.isSuccess && <span role="status">{t("planEditing.done")}</span>}
      </p>
    </form>
  );
}

function typedIn(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  return (name) => String(data.get(name) ?? "").trim();
}

/** The first month in which an addition counts. */
export function FromField({ plan, error }: { readonly plan: Plan; readonly error: Error | null }) {
  const { t, month } = useWords();
  const { firstMonth, lastMonth } = plan.plan;
  return (
    <Field
      label={t("revision.from")}
      name="from"
      type="month"
      required
      defaultValue={lastMonth}
      min={firstMonth}
      hint={t("planEditing.fromHint", { first: month(firstMonth) })}
      isWrong={isAbout(error, "from")}
    />
  );
}

/** A name in Chinese, and in English where there is one. */
export function NameFields({ label, error }: { readonly label: string; readonly error: Error | null }) {
  const { t } = useWords();
  return (
    <>
      <Field label={label} name="name" required maxLength={100} autoComplete="off" isWrong={isAbout(error, "name")} />
      <Field
        label={t("planEditing.english")}
        name="en"
        maxLength={100}
        autoComplete="off"
        hint={t("planEditing.englishHint")}
      />
    </>
  );
}

/** What was typed into `NameFields`. */
export const nameTyped = (typed: Typed) => ({ zh: typed("name"), ...(typed("en") !== "" && { en: typed("en") }) });

const unitRoles = ["lead", "responsible"] as const;

/** Whether a unit leads (牵头) or is responsible; which of the two is offered first. */
export function RoleChoice({ name, first }: { readonly name: string; readonly first: (typeof unitRoles)[number] }) {
  const { t } = useWords();
  const roles = [first, ...unitRoles.filter((role) => role !== first)];
  const options = roles.map((role) => ({ key: role, name: t(`planEditing.${role}`) }));
  return <Choice label={t("planEditing.role")} name={name} options={options} />;
}

/** What was chosen in a `RoleChoice`. */
export const roleTyped = (typed: Typed, name: string) =>
  unitRoles.find((role) => role === typed(name)) ?? "responsible";

/** A choice of a list, its name above. */
export function Choice({
  label,
  name,
  options,
  isOptional = false,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly isOptional?: boolean;
  readonly onChange?: (key: string) => void;
  readonly options: readonly { readonly key: string; readonly name: string }[];
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} required={!isOptional} onChange={(event) => onChange?.(event.target.value)}>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
