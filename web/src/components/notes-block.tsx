import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { notesQuery, stepNote, writeNote } from "../api/notes.ts";
import type { Note, NoteStepWord, NoteWriting } from "../api/types.ts";
import { dayAndTime } from "../lib/china-time.ts";
import { requestKeys } from "../lib/request-key.ts";
import type { Search } from "../lib/search.ts";
import { useWords } from "../words/use-words.ts";
import { FormProblem } from "./field.tsx";
import { Original } from "./original.tsx";
import { ProblemNote } from "./problem-note.tsx";
import "../styles/notes.css";

/** As many characters as the server takes. */
const longest = 2000;

/** What a note can be about besides the whole: the targets of a subject, by name. */
export interface NoteTarget {
  readonly key: string;
  readonly name: string;
}

/**
 * The notes (批示) on a month or on a subject, those of earlier months with theirs, each with what became of it; who may
 * write leaves one here. Nothing stands here for who may not, while nobody has written.
 */
export function NotesBlock({
  plan,
  month,
  subject,
  targets = [],
}: {
  readonly plan: string;
  readonly month: string;
  /** The subject that the page is about; without it the notes are those of the whole plan. */
  readonly subject?: string;
  readonly targets?: readonly NoteTarget[];
}) {
  const { t, month: nameMonth } = useWords();
  const query = useQuery(notesQuery(plan, { month, subject }));
  const { data } = query;
  // A note that does not come must not look like no note.
  if (query.isError && !data) {
    return (
      <section className="block notes" aria-labelledby="notes">
        <h2 id="notes">{t("notes.title")}</h2>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </section>
    );
  }
  if (!data || (data.notes.length === 0 && !data.mayWrite)) return null;
  const open = data.notes.filter(({ state }) => state === "open" || state === "answered").length;
  return (
    <section className="block notes" aria-labelledby="notes">
      <div className="block-head">
        <h2 id="notes">{t("notes.title")}</h2>
        <p className="subtitle">
          {data.notes.length === 0
            ? t("notes.none", { month: nameMonth(month) })
            : t("notes.count", { count: data.notes.length, open })}
        </p>
      </div>
      {data.notes.length > 0 && (
        <ol className="note-list">
          {data.notes.map((note) => (
            <li key={note.id}>
              <OneNote plan={plan} month={month} note={note} isOfSubject={subject !== undefined} />
            </li>
          ))}
        </ol>
      )}
      {data.mayWrite && <Writing plan={plan} month={month} subject={subject} targets={targets} />}
    </section>
  );
}

/** What a note is about, with the way to it where the page is about more. */
function About({ plan, note, isOfSubject }: { plan: string; note: Note; isOfSubject: boolean }) {
  const { t, say } = useWords();
  const { subject, target, month } = note;
  if (!subject) return t("notes.ofMonth");
  const name = say(subject.name);
  return (
    <>
      {isOfSubject ? (
        target ? null : (
          t("notes.ofSubject")
        )
      ) : (
        <Link
          to="/chain"
          search={({ lang, horizon }: Search): Search => ({ plan, month, horizon, subject: subject.key, lang })}
        >
          {name}
        </Link>
      )}
      {target && `${isOfSubject ? "" : " · "}${say(target.name)}`}
    </>
  );
}

function OneNote({
  plan,
  month,
  note,
  isOfSubject,
}: {
  readonly plan: string;
  readonly month: string;
  readonly note: Note;
  readonly isOfSubject: boolean;
}) {
  const { t, say, month: nameMonth } = useWords();
  return (
    <article className={`note-one note-${note.state}`}>
      <p className="note-head">
        <b className="note-about">
          <About plan={plan} note={note} isOfSubject={isOfSubject} />
        </b>
        {note.month !== month && <span className="note-from">{t("notes.from", { month: nameMonth(note.month) })}</span>}
        <span className={`note-state note-state-${note.state}`}>{t(`notes.state.${note.state}`)}</span>
        <span className="aside">
          <Original>{note.by}</Original> · {dayAndTime(note.at)}
        </span>
      </p>
      {note.text !== null && (
        <p className="note-text">
          <Original>{note.text}</Original>
        </p>
      )}
      {note.steps
        .filter(({ step }) => step !== "withdraw")
        .map(({ step, unit, by, at, text }) => (
          <div key={`${step} ${at}`} className="note-step">
            <p className="note-head">
              <b>{step === "answer" ? t("notes.answered", { unit: unit ? say(unit) : "" }) : t("notes.settled")}</b>
              <span className="aside">
                <Original>{by}</Original> · {dayAndTime(at)}
              </span>
            </p>
            {text !== null && (
              <p className="note-text">
                <Original>{text}</Original>
              </p>
            )}
          </div>
        ))}
      {note.may.length > 0 && <Steps plan={plan} note={note} />}
    </article>
  );
}

/** Sends one thing at a time, under a key that belongs to what is sent; what was typed stays until it is taken. */
function useSending(after: () => void) {
  const queryClient = useQueryClient();
  const [keyOf, setKeyOf] = useState(requestKeys);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const send = async (asked: unknown, act: (key: string) => Promise<unknown>) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await act(keyOf(asked));
      setKeyOf(() => requestKeys());
      after();
      await queryClient.invalidateQueries({ queryKey: ["notes"] });
    } catch (refused) {
      setError(refused instanceof Error ? refused : new Error(String(refused)));
    } finally {
      setBusy(false);
    }
  };
  return { send, isBusy, error };
}

/** The steps that are open to whoever looks: a unit answers, a leader settles, the author takes back. */
function Steps({ plan, note }: { readonly plan: string; readonly note: Note }) {
  const { t } = useWords();
  const id = useId();
  const [step, setStep] = useState<NoteStepWord | null>(null);
  const [text, setText] = useState("");
  const { send, isBusy, error } = useSending(() => {
    setStep(null);
    setText("");
  });
  const take = (taken: NoteStepWord) => {
    const body = { step: taken, ...(text.trim() !== "" && { text }) };
    return send({ note: note.id, ...body }, (key) => stepNote(plan, note.id, body, key));
  };
  return (
    <div className="note-ways screen-only">
      {step === null ? (
        note.may.map((each) => (
          <button key={each} type="button" className="key" onClick={() => setStep(each)}>
            {t(`notes.do.${each}`)}
          </button>
        ))
      ) : (
        <form
          className="note-form"
          onSubmit={(event) => {
            event.preventDefault();
            void take(step);
          }}
        >
          {step !== "withdraw" && (
            <>
              <label htmlFor={id}>{t(`notes.text.${step}`)}</label>
              <textarea
                id={id}
                rows={3}
                maxLength={longest}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            </>
          )}
          {step === "withdraw" && <p>{t("notes.withdrawing")}</p>}
          <FormProblem error={error} otherwise={t("notes.failed")} />
          <div className="note-keys">
            <button type="submit" className="key" disabled={isBusy || (step === "answer" && text.trim() === "")}>
              {t(`notes.confirm.${step}`)}
            </button>
            <button type="button" className="key" onClick={() => setStep(null)}>
              {t("notes.cancel")}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}

function Writing({
  plan,
  month,
  subject,
  targets,
}: {
  readonly plan: string;
  readonly month: string;
  readonly subject: string | undefined;
  readonly targets: readonly NoteTarget[];
}) {
  const { t, month: nameMonth } = useWords();
  const id = useId();
  const [text, setText] = useState("");
  const [target, setTarget] = useState("");
  const { send, isBusy, error } = useSending(() => setText(""));
  const body: NoteWriting = { month, text, ...(subject && { subject }), ...(target !== "" && { target }) };
  return (
    <form
      className="note-form screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        void send(body, (key) => writeNote(plan, body, key));
      }}
    >
      {targets.length > 0 && (
        <div className="inline-select">
          <label htmlFor={`${id}target`}>{t("notes.about")}</label>
          <select id={`${id}target`} value={target} onChange={(event) => setTarget(event.target.value)}>
            <option value="">{t("notes.ofSubject")}</option>
            {targets.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <label htmlFor={`${id}text`}>{t("notes.write", { month: nameMonth(month) })}</label>
      <textarea
        id={`${id}text`}
        rows={3}
        maxLength={longest}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <FormProblem error={error} otherwise={t("notes.failed")} />
      <div className="note-keys">
        <button type="submit" className="key" disabled={isBusy || text.trim() === ""}>
          {t("notes.send")}
        </button>
        <span className="aside">{t("notes.kept")}</span>
      </div>
    </form>
  );
}
