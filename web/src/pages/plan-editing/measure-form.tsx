import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addMeasure, previewMeasure } from "../../api/plan-edits.ts";
import type { Plan, PlanEdits } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import { AdditionForm, Choice, FromField } from "./addition-form.tsx";
import { comparators, measureTyped, newIndicator, readingsByNature } from "./measure-typed.ts";
import { MovedLights } from "./moved-lights.tsx";
import { TargetTime } from "./target-time.tsx";

/** 增加考核指标, with its first target. */
export function MeasureForm({
  plan,
  indicators,
}: {
  readonly plan: Plan;
  readonly indicators: PlanEdits["indicators"];
}) {
  const { t, say, horizon } = useWords();
  const queryClient = useQueryClient();
  const firstIndicator = indicators[0]?.key ?? newIndicator;
  const [indicator, setIndicator] = useState(firstIndicator);
  const [written, setWritten] = useState(0);
  const [comparator, setComparator] = useState<string>(">=");
  const wrong = (error: Error | null, field: string) => isAbout(error, `targets.0.${field}`);
  const own = { autoComplete: "off", maxLength: 100 };
  return (
    <AdditionForm
      title={t("planEditing.measure")}
      onWritten={() => {
        setIndicator(firstIndicator);
        setComparator(">=");
        setWritten(written + 1);
      }}
      send={(typed, grounds, key) => {
        const place = { plan: plan.plan.key, subject: typed("subject") };
        return addMeasure(queryClient, place, { ...measureTyped(typed), ...grounds }, key);
      }}
      trial={async (typed) => {
        const place = { plan: plan.plan.key, subject: typed("subject") };
        return <MovedLights preview={await previewMeasure(place, { ...measureTyped(typed), reason: "" })} />;
      }}
      fields={(error) => (
        <>
          <Choice
            label={t("column.subject")}
            name="subject"
            options={plan.subjects.map(({ key, name }) => ({ key, name: say(name) }))}
          />
          <Choice
            label={t("column.indicator")}
            name="indicator"
            onChange={setIndicator}
            options={[
              ...indicators.map(({ key, name, unit }) => ({ key, name: `${say(name)}（${say(unit)}）` })),
              { key: newIndicator, name: t("planEditing.newIndicator") },
            ]}
          />
          {indicator === newIndicator && (
            <>
              <Field
                label={t("planEditing.indicatorName")}
                name="indicatorName"
                required
                {...own}
                isWrong={isAbout(error, "name")}
              />
              <Field
                label={t("planEditing.unitOfMeasure")}
                name="unit"
                required
                {...own}
                isWrong={isAbout(error, "unit")}
              />
              <Field
                label={t("planEditing.decimals")}
                name="decimals"
                type="number"
                min={0}
                max={6}
                defaultValue={0}
                required
                hint={t("planEditing.decimalsHint")}
                isWrong={isAbout(error, "decimals")}
              />
            </>
          )}
          <Choice
            label={t("planEditing.reading")}
            name="reading"
            options={readingsByNature.map(({ nature, reading }) => ({
              key: `${nature} ${reading}`,
              name: `${t(`planEditing.nature.${nature}`)} · ${t(`planEditing.readingName.${reading}`)}`,
            }))}
          />
          <Choice
            label={t("planEditing.comparator")}
            name="comparator"
            onChange={setComparator}
            options={comparators.map(({ sign, name }) => ({
              key: sign,
              name: t(`planEditing.comparatorName.${name}`),
            }))}
          />
          <Field
            label={t("plan.column.target")}
            name="value"
            inputMode="decimal"
            required
            {...own}
            isWrong={wrong(error, "value")}
          />
          {comparator === "range" && (
            <Field
              label={t("planEditing.stretch")}
              name="stretch"
              inputMode="decimal"
              required
              {...own}
              isWrong={wrong(error, "stretch")}
            />
          )}
          <TargetTime key={written} error={error} origin={`${Number(plan.plan.issuedOn.slice(0, 4)) - 1}-12`} />
          <Choice
            label={t("plan.column.hardness")}
            name="hardness"
            options={(["committed", "aspirational"] as const).map((each) => ({
              key: each,
              name: t(`hardness.${each}`),
            }))}
          />
          <Field label={t("column.clause")} name="clause" required {...own} isWrong={wrong(error, "clause")} />
          <Field
            label={t("planEditing.ambiguous")}
            name="ambiguous"
            autoComplete="off"
            maxLength={500}
            hint={t("planEditing.documentHint")}
          />
          <Choice
            label={t("planEditing.reporting")}
            name="reporting"
            isOptional
            options={[
              { key: "", name: t("planEditing.reportingOfSubject") },
              ...plan.departments.map(({ key, name }) => ({ key, name: say(name) })),
            ]}
          />
          <Choice
            label={t("planEditing.partOf")}
            name="partOf"
            isOptional
            options={[
              { key: "", name: t("planEditing.partOfNone") },
              ...plan.reconciliations.map((each) => ({
                key: each.target,
                name: `${say(each.name)}（${horizon(each.horizon)}）`,
              })),
            ]}
          />
          <FromField plan={plan} error={error} />
        </>
      )}
    />
  );
}
