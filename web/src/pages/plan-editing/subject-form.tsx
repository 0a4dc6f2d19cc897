import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addSubject } from "../../api/plan-edits.ts";
import type { Plan } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import {
  AdditionForm,
  Choice,
  FromField,
  NameFields,
  nameTyped,
  RoleChoice,
  roleTyped,
  type Typed,
} from "./addition-form.tsx";

/** Most units that the form can name at once; more are assigned afterwards. */
const mostUnits = 5;

/** What may be left blank. */
const optional = [
  { name: "clause", label: "column.clause", maxLength: 200 },
  { name: "park", label: "plan.column.park", maxLength: 100 },
  { name: "leadEnterprise", label: "plan.column.leadEnterprise", maxLength: 100 },
] as const;

/** The units as they were chosen, one after the other. */
function unitsOf(typed: Typed) {
  return Array.from({ length: mostUnits }, (_, place) => ({
    unit: typed(`unit-${place}`),
    role: roleTyped(typed, `role-${place}`),
  })).filter(({ unit }) => unit !== "");
}

/** 增加事项 */
export function SubjectForm({ plan }: { readonly plan: Plan }) {
  const { t, say } = useWords();
  const queryClient = useQueryClient();
  const [units, setUnits] = useState(1);
  const named = (typed: Typed, name: "park" | "leadEnterprise") =>
    typed(name) === "" ? {} : { [name]: { zh: typed(name) } };
  return (
    <AdditionForm
      title={t("planEditing.subject")}
      onWritten={() => setUnits(1)}
      send={(typed, grounds, key) => {
        const body = {
          kind: typed("kind") === "task" ? ("task" as const) : ("chain" as const),
          id: typed("id"),
          name: nameTyped(typed),
          clause: typed("clause"),
          ...named(typed, "park"),
          ...named(typed, "leadEnterprise"),
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
          <NameFields label={t("planEditing.subjectName")} error={error} />
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
          {optional.map(({ name, label, maxLength }) => (
            <Field
              key={name}
              label={t(label)}
              name={name}
              maxLength={maxLength}
              autoComplete="off"
              hint={t("planEditing.documentHint")}
            />
          ))}
          {Array.from({ length: units }, (_, place) => `${place}`).map((place) => (
            <div key={place} className="addition-unit">
              <Choice
                label={t("planEditing.assignedOf", { place: Number(place) + 1 })}
                name={`unit-${place}`}
                options={plan.departments.map(({ key, name }) => ({ key, name: say(name) }))}
              />
              <RoleChoice name={`role-${place}`} first="lead" />
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
