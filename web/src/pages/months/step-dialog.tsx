import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Refusal } from "../../api/call.ts";
import { askReopening, closeMonth, decideReopening, grantExtension, monthsQuery } from "../../api/months.ts";
import type { Months } from "../../api/types.ts";
import { FormProblem } from "../../components/field.tsx";
import { newKey } from "../../lib/new-key.ts";
import { useWords } from "../../words/use-words.ts";
import type { StepKind, WantedStep } from "./steps.ts";
import { Papers } from "./undone-list.tsx";

/** Whether a step asks for a reason: a closing only where something is undone. */
function needsReason({ kind, month }: WantedStep): boolean {
  return kind === "close" ? month.undone.length > 0 : kind !== "grant";
}

/** What a step is about to do, the reason for it, and its confirmation; one key for however often it is confirmed. */
export function StepDialog({
  data,
  wanted,
  onClose,
}: {
  readonly data: Months;
  readonly wanted: WantedStep;
  readonly onClose: () => void;
}) {
  const { t, month: nameMonth } = useWords();
  const queryClient = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const sent = useRef({ said: "", key: "" });
  useEffect(() => dialog.current?.showModal(), []);
  const { kind, month } = wanted;
  const plan = data.plan.key;
  const isNeeded = needsReason(wanted);

  const take = async (form: FormData) => {
    const textOf = (name: string) => String(form.get(name) ?? "").trim();
    const [reason, dueOn, department] = [textOf("reason"), textOf("dueOn"), textOf("department")];
    // The same words again are the same request; other words are another.
    const said = JSON.stringify([reason, dueOn, department]);
    if (sent.current.said !== said) sent.current = { said, key: newKey() };
    const step = { plan, month: month.month, idempotencyKey: sent.current.key };
    if (kind === "close") return closeMonth(step, reason);
    if (kind === "ask") return askReopening(step, reason);
    if (kind !== "extend") return decideReopening(step, kind, reason);
    const unit = department === "" ? {} : { department };
    return grantExtension(plan, { period: month.month, dueOn, reason, ...unit }, step.idempotencyKey);
  };
  const confirm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await take(new FormData(event.currentTarget));
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: monthsQuery(plan).queryKey }),
        queryClient.invalidateQueries({ queryKey: ["reporting", plan] }),
      ]);
      dialog.current?.close();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
      setBusy(false);
      // Somebody else may have been first: what stands now is shown behind the dialog.
      if (error instanceof Refusal && error.status === 409) {
        void queryClient.invalidateQueries({ queryKey: monthsQuery(plan).queryKey });
      }
    }
  };
  return (
    <dialog ref={dialog} className="step-dialog" aria-labelledby={`${id}title`} onClose={onClose}>
      <form className="form" onSubmit={(event) => void confirm(event)}>
        <h2 id={`${id}title`}>{t(`months.${kind}Title`, { month: nameMonth(month.month) })}</h2>
        <Meaning data={data} wanted={wanted} />
        {kind === "extend" && <ExtensionFields data={data} id={id} />}
        <div className="field">
          <label htmlFor={`${id}reason`}>{t(reasonWord(kind, isNeeded))}</label>
          <textarea id={`${id}reason`} name="reason" rows={2} maxLength={1000} required={isNeeded} />
        </div>
        <FormProblem error={problem} otherwise={t("months.failed")} />
        <p className="form-keys">
          <button type="submit" className="key key-strong" disabled={isBusy}>
            {t(`months.${kind}Confirm`)}
          </button>
          <button type="button" className="key" disabled={isBusy} onClick={() => dialog.current?.close()}>
            {t("months.back")}
          </button>
        </p>
      </form>
    </dialog>
  );
}

const reasonWord = (kind: StepKind, isNeeded: boolean) =>
  kind === "close" && isNeeded ? "months.closeReason" : isNeeded ? "months.reason" : "months.word";

/** What the step does, in a sentence or two; of a closing also what is missing. */
function Meaning({ data, wanted: { kind, month } }: { readonly data: Months; readonly wanted: WantedStep }) {
  const { t } = useWords();
  if (kind === "close") {
    const { undone, units, editions } = month;
    return (
      <>
        {undone.length === 0 ? (
          <p>{t("months.closeWhole", { units })}</p>
        ) : (
          <div className="step-undone">
            <p>
              <strong>{t("months.closeUndone", { count: undone.length })}</strong>
            </p>
            <Papers papers={undone} />
          </div>
        )}
        <p>{t("months.closeMeaning", { edition: (editions[0]?.edition ?? 0) + 1 })}</p>
      </>
    );
  }
  if (kind === "ask") return <p>{t(data.isSecondPersonThere ? "months.askMeaningTwo" : "months.askMeaningOne")}</p>;
  if (kind === "extend") return <p>{t("months.extendMeaning", { day: month.dueOn })}</p>;
  return <p>{t(kind === "grant" ? "months.grantMeaning" : "months.keepMeaning")}</p>;
}

function ExtensionFields({ data: { units }, id }: { readonly data: Months; readonly id: string }) {
  const { t, say } = useWords();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}unit`}>{t("months.extendWho")}</label>
        <select id={`${id}unit`} name="department">
          <option value="">{t("months.extendAll")}</option>
          {units.map(({ department, name }) => (
            <option key={department} value={department}>
              {say(name)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}day`}>{t("months.extendDay")}</label>
        <input id={`${id}day`} name="dueOn" type="date" required />
      </div>
    </>
  );
}
