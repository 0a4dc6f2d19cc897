import { type ComponentProps, type ReactNode, useId } from "react";
import { Refusal } from "../api/call.ts";

/** One line to fill in: its name above, a word on what is asked below, marked where it was refused. */
export function Field({
  label,
  hint,
  isWrong = false,
  ...input
}: { readonly label: string; readonly hint?: string; readonly isWrong?: boolean } & ComponentProps<"input">) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={isWrong || undefined} aria-describedby={hint ? `${id}hint` : undefined} {...input} />
      {hint && (
        <p id={`${id}hint`} className="subtitle">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What a form says when it was refused, in the server's words; what was typed stays. */
export function FormProblem({ error, otherwise }: { readonly error: Error | null; readonly otherwise: ReactNode }) {
  if (!error) return null;
  return (
    <p className="form-problem" role="alert">
      {error instanceof Refusal && error.message ? error.message : otherwise}
    </p>
  );
}

/** True of the field that a refusal is about. */
export const isAbout = (error: Error | null, field: string): boolean =>
  error instanceof Refusal && error.field === field;
