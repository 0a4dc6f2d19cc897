import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { addAppraisalRule, appraisalPreviewQuery } from "../../api/appraisal.ts";
import type { Appraisal } from "../../api/types.ts";
import { Field, FormProblem, isAbout } from "../../components/field.tsx";
import { useGrounds } from "../../lib/use-grounds.ts";
import { useRested } from "../../lib/use-rested.ts";
import { useWords } from "../../words/use-words.ts";
import { LineFields } from "./line-fields.tsx";
import { ScoreTable } from "./score-table.tsx";
import { blankLine, isWhole, linesOf, sentLine, type TypedLine } from "./typed-rule.ts";

/** Another rule, prefilled with the latest one, and the quarter as it would be appraised by it. */
export function RuleForm({ data }: { readonly data: Appraisal }) {
  const { t, say, month } = useWords();
  const queryClient = useQueryClient();
  const id = useId();
  const latest = data.rules[0];
  const [from, setFrom] = useState<string>(data.firstOpen);
  const [subject, setSubject] = useState(latest?.subject.key ?? data.subjects.at(-1)?.key ?? "");
  const [groups, setGroups] = useState<readonly string[]>(latest ? [] : data.groups.map((group) => group.key));
  const [lines, setLines] = useState<readonly TypedLine[]>(() => linesOf(latest));
  const units = groups.length === 0 ? (latest?.units ?? []) : groups;
  const body = { from, subject, units: [...units], indicators: lines.map(sentLine), quarter: data.quarter };
  const typed = JSON.stringify(body);
  const isAsked = from !== "" && lines.length > 0 && lines.every(isWhole);
  const isRested = useRested(typed) === typed;
  const preview = useQuery({ ...appraisalPreviewQuery(data.plan.key, body), enabled: isAsked && isRested });
  const { quarter: _, ...rule } = body;
  const { writing, onSubmit, onChange } = useGrounds((grounds, key) =>
    addAppraisalRule(queryClient, data.plan.key, { ...rule, ...grounds }, key),
  );
  const refused = isAsked ? preview.error : null;
  const error = writing.error ?? refused;
  const set = (line: TypedLine) => setLines(lines.map((each) => (each.id === line.id ? line : each)));
  const add = () => setLines([...lines, blankLine(Math.max(-1, ...lines.map((line) => line.id)) + 1)]);
  const toggle = (group: string, isOn: boolean) =>
    setGroups(isOn ? [...groups, group] : groups.filter((each) => each !== group));
  return (
    <section className="screen-only">
      <form className="form block appraisal-form" aria-labelledby="form-title" onSubmit={onSubmit} onChange={onChange}>
        <h2 id="form-title">{t("appraisal.form")}</h2>
        <p className="subtitle">{t("appraisal.formHint")}</p>
        {lines.map((line, place) => (
          <LineFields
            key={line.id}
            line={line}
            place={place}
            error={error}
            set={set}
            remove={lines.length > 1 ? () => setLines(lines.filter(({ id: other }) => other !== line.id)) : null}
          />
        ))}
        <p className="form-keys">
          <button type="button" className="key" onClick={add}>
            {t("appraisal.addLine")}
          </button>
        </p>
        <fieldset>
          <legend>{t("appraisal.units")}</legend>
          {data.groups.map((group) => (
            <label key={group.key} className="appraisal-group">
              <input
                type="checkbox"
                checked={groups.includes(group.key)}
                onChange={({ target }) => toggle(group.key, target.checked)}
              />
              {t("appraisal.group", { name: say(group.name), count: group.members })}
            </label>
          ))}
          {latest && <p className="subtitle">{t("appraisal.unitsHint", { count: latest.units.length })}</p>}
        </fieldset>
        <div className="appraisal-lines">
          <div className="field">
            <label htmlFor={`${id}subject`}>{t("appraisal.subject")}</label>
            <select id={`${id}subject`} value={subject} onChange={({ target }) => setSubject(target.value)}>
              {data.subjects.map((each) => (
                <option key={each.key} value={each.key}>
                  {say(each.name)}
                </option>
              ))}
            </select>
          </div>
          <Field
            label={t("revision.from")}
            type="month"
            name="from"
            required
            value={from}
            onChange={({ target }) => setFrom(target.value)}
            hint={t("appraisal.fromHint", { open: month(data.firstOpen) })}
            isWrong={isAbout(error, "from")}
          />
          <Field label={t("revision.reason")} name="reason" required maxLength={1000} autoComplete="off" />
          <Field label={t("revision.document")} name="document" maxLength={200} autoComplete="off" />
        </div>
        <FormProblem error={error} otherwise={t("planEditing.unsent")} />
        <p className="form-keys">
          <button type="submit" className="key key-strong" disabled={!isAsked || writing.isPending || refused !== null}>
            {t("judging.apply")}
          </button>
        </p>
      </form>
      {isAsked && refused === null && preview.data && latest && (
        <section className="block" aria-labelledby="preview-title" aria-busy={preview.isFetching}>
          <h2 id="preview-title">{t("judging.preview")}</h2>
          <p role="status">{say(preview.data.sentence)}</p>
          <ScoreTable appraisal={preview.data} />
        </section>
      )}
    </section>
  );
}
