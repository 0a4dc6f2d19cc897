import { useQueryClient } from "@tanstack/react-query";
import { addAlias, addUnit, assignUnit } from "../../api/plan-edits.ts";
import type { Plan, UnitAdding } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import { AdditionForm, Choice, FromField, NameFields, nameTyped, RoleChoice, roleTyped } from "./addition-form.tsx";

const kinds: readonly UnitAdding["kind"][] = [
  "bureau",
  "government",
  "party",
  "zone",
  "institution",
  "headquarters",
  "enterprise",
];

/** 增加责任单位 */
export function UnitForm({ plan }: { readonly plan: Plan }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  return (
    <AdditionForm
      title={t("planEditing.unit")}
      send={(typed, grounds, key) => {
        const kind = kinds.find((each) => each === typed("kind")) ?? "bureau";
        return addUnit(queryClient, plan.plan.key, { name: nameTyped(typed), kind, ...grounds }, key);
      }}
      fields={(error) => (
        <>
          <NameFields label={t("planEditing.name")} error={error} />
          <Choice
            label={t("plan.column.kind")}
            name="kind"
            options={kinds.map((kind) => ({ key: kind, name: t(`plan.kind.${kind}`) }))}
          />
        </>
      )}
    />
  );
}

/** 增加单位别称 */
export function AliasForm({ plan }: { readonly plan: Plan }) {
  const { t, say } = useWords();
  const queryClient = useQueryClient();
  return (
    <AdditionForm
      title={t("planEditing.alias")}
      send={(typed, grounds, key) => {
        const place = { plan: plan.plan.key, unit: typed("unit") };
        return addAlias(queryClient, place, { alias: typed("alias"), ...grounds }, key);
      }}
      fields={(error) => (
        <>
          <Choice
            label={t("planEditing.ofUnit")}
            name="unit"
            options={plan.departments.map(({ key, name }) => ({ key, name: say(name) }))}
          />
          <Field
            label={t("planEditing.aliasName")}
            name="alias"
            required
            maxLength={100}
            autoComplete="off"
            hint={t("planEditing.aliasHint")}
            isWrong={isAbout(error, "alias")}
          />
        </>
      )}
    />
  );
}

/** 增加责任分工 */
export function AssignmentForm({ plan }: { readonly plan: Plan }) {
  const { t, say } = useWords();
  const queryClient = useQueryClient();
  const { key: planKey } = plan.plan;
  return (
    <AdditionForm
      title={t("planEditing.assignment")}
      send={(typed, grounds, key) => {
        const place = { plan: planKey, subject: typed("subject") };
        const said = { unit: typed("unit"), role: roleTyped(typed, "role"), from: typed("from"), ...grounds };
        return assignUnit(queryClient, place, said, key);
      }}
      fields={(error) => (
        <>
          <Choice
            label={t("column.subject")}
            name="subject"
            options={plan.subjects.map(({ key, name }) => ({ key, name: say(name) }))}
          />
          <Choice
            label={t("planEditing.assigned")}
            name="unit"
            options={plan.departments.map(({ key, name }) => ({ key, name: say(name) }))}
          />
          <RoleChoice name="role" first="responsible" />
          <FromField plan={plan} error={error} />
        </>
      )}
    />
  );
}
