import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addSubject } from "../../api/plan-edits.ts";
import type { Plan } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import { AdditionForm, Choice, FromField, type Typed } from "./addition-form.tsx";

/** Most units that the form can name at once; more are assigned afterwards. */
const mostUnits = 5;

/** The units as they were chosen, one after the other. */
function unitsOf(typed: Typed) {
  return Array.from({ length: mostUnits }, (_, place) => ({
    unit: typed(`unit-${place}`),
    role: typed(`role-${place}`) === "lead" ? ("lead" as const) : ("responsible" as const),
  })).filter(({ unit }) => unit !== "");
}

/** 增加事项 */
export function SubjectForm({ plan }: { readonly plan: Plan }) {
  const { t, say } = useWords();
  const queryClient = useQueryClient();
  const [units, setUnits] = useState(1);
  const named = (typed: Typed, field: string, name: "park" | "leadEnterprise") =>
    typed(field) === "" ? {} : { [name]: { zh: typed(field) } };
  return (
    <AdditionForm
      title={t("planEditing.subject")}
      onWritten={() => setUnits(1)}
      send={(typed, grounds, key) => {
        const en = typed("en");
        const body = {
          kind: typed("kind") === "task" ? ("task" as const) : ("chain" as const),
          id: typed("id"),
          name: { zh: typed("name"), ...(en !== "" && { en }) },
          clause: typed("clause"),
          ...named(typed, "park", "park"),
          ...named(typed, "leadEnterprise", "leadEnterprise"),
          units: unitsOf(typed),
          from: typed("from"),
          ...grounds,
        };
        return addSubject(queryClient, plan.plan.key, body, key);
      }}
      fields={(error) => (
        <>
          <Choice
            label={t("plan.column.kind")}
            name="kind"
            options={(["chain", "task"] as const).map((kind) => ({ key: kind, name: t(`subjectKind.${kind}`) }))}
          />
          <Field
            label={t("planEditing.subjectName")}
            name="name"
            required
            maxLength={100}
            autoComplete="off"
            isWrong={isAbout(error, "name")}
          />
          <Field
            label={t("planEditing.english")}
            name="en"
            maxLength={100}
            autoComplete="off"
            hint={t("planEditing.englishHint")}
          />
          <Field
            label={t("planEditing.id")}
            name="id"
            required
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            hint={t("planEditing.idHint")}
            isWrong={isAbout(error, "id")}
          />
          <Field
            label={t("column.clause")}
            name="clause"
            maxLength={200}
            autoComplete="off"
            hint={t("planEditing.documentHint")}
          />
          <Field
            label={t("plan.column.park")}
            name="park"
            maxLength={100}
            autoComplete="off"
            hint={t("planEditing.documentHint")}
          />
          <Field
            label={t("plan.column.leadEnterprise")}
            name="leadEnterprise"
            maxLength={100}
            autoComplete="off"
            hint={t("planEditing.documentHint")}
          />
          {Array.from({ length: units }, (_, place) => `${place}`).map((place) => (
            <div key={place} className="addition-unit">
              <Choice
                label={t("planEditing.assignedOf", { place: Number(place) + 1 })}
                name={`unit-${place}`}
                options={plan.departments.map(({ key, name }) => ({ key, name: say(name) }))}
              />
              <Choice
                label={t("planEditing.role")}
                name={`role-${place}`}
                options={[
                  { key: "lead", name: t("planEditing.lead") },
                  { key: "responsible", name: t("planEditing.responsible") },
                ]}
              />
            </div>
          ))}
          <FromField plan={plan} error={error} />
        </>
      )}
      extraKey={
        units < mostUnits && (
          <button type="button" className="key" onClick={() => setUnits(units + 1)}>
            {t("planEditing.anotherUnit")}
          </button>
        )
      }
    />
  );
}
