import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { addressOf } from "../../api/call.ts";
import { addLightRule, rulePreviewQuery } from "../../api/judging.ts";
import type { Judging, LightRuleTrial } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useQuestion } from "../../lib/question.ts";
import { useRested } from "../../lib/use-rested.ts";
import { useWords } from "../../words/use-words.ts";
import { JudgingForm, offeredFrom } from "./judging-form.tsx";
import { ruleOfAddress, ruleOnAddress, useTrialOnAddress } from "./trials.ts";

const modes = ["points", "ratio"] as const satisfies readonly LightRuleTrial["mode"][];

/** Another rule of lights, prefilled with the one that holds. */
export function RuleForm({ data }: { readonly data: Judging }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const id = useId();
  const plan = data.plan.key;
  const held = data.rules.find(({ isInForce }) => isInForce);
  const linked = ruleOfAddress(useQuestion().trial);
  const opened = linked ?? held;
  const [from, setFrom] = useState(linked?.from ?? offeredFrom(data));
  const [mode, setMode] = useState<LightRuleTrial["mode"]>(opened?.mode ?? "points");
  const [tolerance, setTolerance] = useState(String(opened?.tolerancePercent ?? 20));
  const [isInclusive, setInclusive] = useState(opened?.isInclusive ?? true);
  const rested = useRested(`${from} ${tolerance}`);
  const isAsked = from !== "" && tolerance.trim() !== "";
  const body: LightRuleTrial = { from, mode, tolerancePercent: Number(tolerance), isInclusive };
  const isRested = rested === `${from} ${tolerance}`;
  const preview = useQuery({ ...rulePreviewQuery(plan, body), enabled: isAsked && isRested });
  const typed = { from, mode, tolerancePercent: tolerance.trim(), isInclusive: String(isInclusive) };
  useTrialOnAddress(isAsked && isRested ? ruleOnAddress(body) : null);
  return (
    <JudgingForm
      data={data}
      title={t("judging.ruleForm")}
      typed={{ from, setFrom }}
      preview={preview}
      tableAt={(asked) => addressOf("/api/plans/{plan}/light-rules/preview/table", { plan }, { ...typed, ...asked })}
      isAsked={isAsked}
      send={(grounds, key) => addLightRule(queryClient, plan, { ...body, ...grounds }, key)}
      fields={(error) => (
        <div className="judging-lines">
          <div className="field">
            <label htmlFor={`${id}mode`}>{t("judging.mode")}</label>
            <select
              id={`${id}mode`}
              value={mode}
              onChange={({ target }) => setMode(modes.find((each) => each === target.value) ?? "points")}
            >
              {modes.map((each) => (
                <option key={each} value={each}>
                  {t(`judging.modeName.${each}`)}
                </option>
              ))}
            </select>
          </div>
          <Field
            label={t(`judging.tolerance.${mode}`)}
            type="number"
            name="tolerance"
            required
            min={0}
            max={100}
            step={1}
            inputMode="numeric"
            value={tolerance}
            onChange={({ target }) => setTolerance(target.value)}
            hint={t("judging.toleranceHint")}
            isWrong={isAbout(error, "tolerancePercent")}
          />
          <div className="field">
            <label htmlFor={`${id}bound`}>{t("judging.bound")}</label>
            <select
              id={`${id}bound`}
              value={isInclusive ? "in" : "out"}
              onChange={({ target }) => setInclusive(target.value === "in")}
            >
              <option value="in">{t("judging.boundIn")}</option>
              <option value="out">{t("judging.boundOut")}</option>
            </select>
          </div>
        </div>
      )}
    />
  );
}
