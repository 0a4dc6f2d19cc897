import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { reviseTarget, revisionPreviewQuery, type TargetPlace, type TypedRevision } from "../../api/revisions.ts";
import type { TargetRevisions } from "../../api/types.ts";
import { Field, FormProblem, isAbout } from "../../components/field.tsx";
import { newKey } from "../../lib/new-key.ts";
import { useRested } from "../../lib/use-rested.ts";
import { useWords } from "../../words/use-words.ts";
import { Impact } from "./impact.tsx";

/** The new value, what it would move, and confirming it. */
export function RevisionForm({
  place,
  data,
  onDone,
}: {
  readonly place: TargetPlace;
  readonly data: TargetRevisions;
  readonly onDone: (revision: number) => void;
}) {
  const words = useWords();
  const { t, say, month } = words;
  const queryClient = useQueryClient();
  const { target, first, last, decimals } = data;
  const isRange = target.comparator === "range";
  const isWithin = data.month >= first && (last === null || data.month <= last);
  const [from, setFrom] = useState(isWithin ? data.month : (last ?? first));
  const [value, setValue] = useState("");
  const [stretch, setStretch] = useState("");
  // Another request needs another key: it belongs to what is typed.
  const [key, setKey] = useState(newKey);
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    setKey(newKey());
  };
  const asked = useRested(`${from} ${value.trim()} ${stretch.trim()}`);
  const isAsked = from !== "" && value.trim() !== "" && (!isRange || stretch.trim() !== "");
  const request: TypedRevision = { from, value: value.trim(), ...(isRange && { stretch: stretch.trim() }) };
  const isRested = asked === `${from} ${value.trim()} ${stretch.trim()}`;
  const preview = useQuery({ ...revisionPreviewQuery(place, request), enabled: isAsked && isRested });
  const writing = useMutation({
    mutationFn: ({ reason, document }: { reason: string; document: string }) =>
      reviseTarget(queryClient, place, { ...request, reason, ...(document !== "" && { document }) }, key),
    onSuccess: ({ revision }) => onDone(revision),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const word = (name: string) => String(sent.get(name) ?? "").trim();
    writing.mutate({ reason: word("reason"), document: word("document") });
  };
  const refused = isAsked && isRested ? preview.error : null;
  const error = writing.error ?? refused;
  const unit = say(target.unit);
  const hint = decimals === 0 ? t("revision.wholeHint") : t("revision.valueHint", { count: decimals });
  return (
    <>
      <form className="form block revision-form" onSubmit={submit}>
        <h2>{t("revision.form")}</h2>
        <div className="revision-lines">
          <Field
            label={t("revision.from")}
            type="month"
            name="from"
            required
            value={from}
            min={first}
            max={last ?? undefined}
            onChange={(event) => typed(setFrom)(event.target.value)}
            hint={
              last === null
                ? t("revision.fromHintOpen", { first: month(first) })
                : t("revision.fromHint", { first: month(first), last: month(last) })
            }
            isWrong={isAbout(error, "from")}
          />
          <Field
            label={t(isRange ? "revision.lower" : "revision.value", { unit })}
            name="value"
            required
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={(event) => typed(setValue)(event.target.value)}
            hint={hint}
            isWrong={isAbout(error, "value")}
          />
          {isRange && (
            <Field
              label={t("revision.stretch", { unit })}
              name="stretch"
              required
              inputMode="decimal"
              autoComplete="off"
              value={stretch}
              onChange={(event) => typed(setStretch)(event.target.value)}
              hint={hint}
              isWrong={isAbout(error, "stretch")}
            />
          )}
          <Field
            label={t("revision.document")}
            name="document"
            maxLength={200}
            autoComplete="off"
            hint={t("revision.documentHint")}
            onChange={() => setKey(newKey())}
          />
        </div>
        <Field
          label={t("revision.reason")}
          name="reason"
          required
          maxLength={1000}
          autoComplete="off"
          onChange={() => setKey(newKey())}
          isWrong={isAbout(error, "reason")}
        />
        <FormProblem error={error} otherwise={t("revision.unsent")} />
        <p className="form-keys">
          <button type="submit" className="key key-strong" disabled={writing.isPending || refused !== null}>
            {t("revision.confirm")}
          </button>
        </p>
      </form>
      <section className="block revision-impact" aria-labelledby="impact-title" aria-busy={preview.isFetching}>
        <h2 id="impact-title">{t("revision.preview")}</h2>
        {!isAsked ? (
          <p className="empty">{t("revision.previewEmpty")}</p>
        ) : refused ? (
          <p className="empty">{t("revision.previewWrong")}</p>
        ) : (
          preview.data && <Impact preview={preview.data} />
        )}
      </section>
    </>
  );
}
