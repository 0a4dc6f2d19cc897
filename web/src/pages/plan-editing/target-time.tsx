import { useState } from "react";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import { Choice } from "./addition-form.tsx";

/** The time of a target: a deadline, a quota of every year, or for good. */
export function TargetTime({ error, origin }: { readonly error: Error | null; readonly origin: string }) {
  const { t } = useWords();
  const [time, setTime] = useState("deadline");
  const wrong = (field: string) => isAbout(error, `targets.0.${field}`);
  const year = { type: "number", min: 2001, max: 2099, required: true };
  return (
    <>
      <Choice
        label={t("planEditing.time")}
        name="time"
        onChange={setTime}
        options={(["deadline", "yearly", "standing"] as const).map((each) => ({
          key: each,
          name: t(`planEditing.timeName.${each}`),
        }))}
      />
      {time === "deadline" && (
        <Field label={t("planEditing.deadline")} name="deadline" type="month" required isWrong={wrong("deadline")} />
      )}
      {time === "yearly" && (
        <>
          <Field label={t("planEditing.yearFrom")} name="yearFrom" {...year} isWrong={wrong("yearly")} />
          <Field label={t("planEditing.yearTo")} name="yearTo" {...year} isWrong={wrong("yearly")} />
        </>
      )}
      {time !== "yearly" && (
        <Field
          label={t("planEditing.origin")}
          name="origin"
          type="month"
          defaultValue={origin}
          required
          isWrong={wrong("origin")}
        />
      )}
    </>
  );
}
