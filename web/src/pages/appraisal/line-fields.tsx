import { useId } from "react";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import type { TypedLine } from "./typed-rule.ts";

const methods = ["against-best", "against-base", "by-rank"] as const satisfies readonly TypedLine["method"][];

/** One indicator of a rule that is being typed. */
export function LineFields({
  line,
  place,
  error,
  set,
  remove,
}: {
  readonly line: TypedLine;
  readonly place: number;
  readonly error: Error | null;
  readonly set: (line: TypedLine) => void;
  readonly remove: (() => void) | null;
}) {
  const { t, say } = useWords();
  const id = useId();
  const isWrong = (field: string) => isAbout(error, `indicators.${place}.${field}`);
  const text = (field: "name" | "unit" | "decimals" | "fullMarks" | "base" | "capPercent" | "stepMarks") => (
    <Field
      label={t(`appraisal.field.${field}`)}
      name={`${field}${line.id}`}
      required
      autoComplete="off"
      inputMode={field === "name" || field === "unit" ? "text" : "decimal"}
      maxLength={field === "name" || field === "unit" ? 100 : 20}
      value={line[field]}
      onChange={({ target }) => set({ ...line, [field]: target.value })}
      isWrong={isWrong(field)}
    />
  );
  return (
    <fieldset>
      <legend>
        {line.indicator === null
          ? t("appraisal.line", { place: place + 1 })
          : `${say(line.indicator.name)} (${say(line.indicator.unit)})`}
      </legend>
      <div className="appraisal-lines">
        {line.indicator === null && (
          <>
            {text("name")}
            {text("unit")}
            {text("decimals")}
          </>
        )}
        {text("fullMarks")}
        <div className="field">
          <label htmlFor={`${id}method`}>{t("appraisal.method")}</label>
          <select
            id={`${id}method`}
            value={line.method}
            onChange={({ target }) =>
              set({ ...line, method: methods.find((each) => each === target.value) ?? "against-best" })
            }
          >
            {methods.map((each) => (
              <option key={each} value={each}>
                {t(`appraisal.methodName.${each}`)}
              </option>
            ))}
          </select>
        </div>
        {line.method === "against-base" && text("base")}
        {line.method === "against-base" && text("capPercent")}
        {line.method === "by-rank" && text("stepMarks")}
        {remove && (
          <button type="button" className="key" onClick={remove}>
            {t("appraisal.removeLine")}
          </button>
        )}
      </div>
    </fieldset>
  );
}
