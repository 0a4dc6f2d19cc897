import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Grounds } from "../../api/judging.ts";
import type { Judging, JudgingPreview } from "../../api/types.ts";
import { Field, FormProblem, isAbout } from "../../components/field.tsx";
import { useGrounds } from "../../lib/use-grounds.ts";
import { useWords } from "../../words/use-words.ts";
import { Preview, type TrialTable } from "./preview.tsx";

/** The month from which a form sets something, and the fields that say what. */
export interface Typed {
  readonly from: string;
  readonly setFrom: (from: string) => void;
}

/** The first month that is offered: the earliest that is not closed, and not later than the running one. */
export const offeredFrom = ({ firstOpen, month }: Judging) => (firstOpen < month ? firstOpen : month);

/** What is to be set, from when and why, with what it would change below it while it is being typed. */
export function JudgingForm({
  data,
  title,
  fields,
  typed: { from, setFrom },
  preview,
  tableAt,
  isAsked,
  send,
}: {
  readonly data: Judging;
  readonly title: string;
  readonly fields: (error: Error | null) => ReactNode;
  readonly typed: Typed;
  readonly preview: UseQueryResult<JudgingPreview>;
  readonly tableAt: TrialTable;
  /** False while something is blank. */
  readonly isAsked: boolean;
  readonly send: (grounds: Grounds, key: string) => Promise<unknown>;
}) {
  const { t, say, month } = useWords();
  const { writing, onSubmit, onChange } = useGrounds(send);
  const refused = isAsked ? preview.error : null;
  const closed = isAsked && !refused && preview.data ? preview.data.closed : null;
  const error = writing.error ?? refused;
  const { firstMonth } = data.plan;
  return (
    <>
      <form className="form block judging-form" aria-labelledby="form-title" onSubmit={onSubmit} onChange={onChange}>
        <h2 id="form-title">{title}</h2>
        {fields(error)}
        <div className="judging-lines">
          <Field
            label={t("revision.from")}
            type="month"
            name="from"
            required
            value={from}
            min={firstMonth}
            onChange={({ target }) => setFrom(target.value)}
            hint={t("judging.fromHint", { first: month(firstMonth), open: month(data.firstOpen) })}
            isWrong={isAbout(error, "from") || closed !== null}
          />
          <Field
            label={t("revision.reason")}
            name="reason"
            required
            maxLength={1000}
            autoComplete="off"
            isWrong={isAbout(error, "reason")}
          />
          <Field
            label={t("revision.document")}
            name="document"
            maxLength={200}
            autoComplete="off"
            hint={t("planEditing.documentHint")}
          />
        </div>
        {closed && (
          <p className="form-problem" role="alert">
            {say(closed)}
            {t("judging.stop")}
          </p>
        )}
        <FormProblem error={error} otherwise={t("planEditing.unsent")} />
        <p className="form-keys">
          <button
            type="submit"
            className="key key-strong"
            disabled={!isAsked || writing.isPending || refused !== null || closed !== null}
          >
            {t("judging.apply")}
          </button>
        </p>
      </form>
      <section className="block judging-preview" aria-labelledby="preview-title" aria-busy={preview.isFetching}>
        <h2 id="preview-title">{t("judging.preview")}</h2>
        {!isAsked ? (
          <p className="empty">{t("judging.previewBlank")}</p>
        ) : refused ? (
          <p className="empty">{t("judging.previewWrong")}</p>
        ) : (
          preview.data && <Preview preview={preview.data} tableAt={tableAt} />
        )}
      </section>
    </>
  );
}
