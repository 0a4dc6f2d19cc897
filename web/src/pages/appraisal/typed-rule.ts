import type { Appraisal, AppraisalRuleTrial } from "../../api/types.ts";

/** An indicator as it is being typed; a new one has a name and a unit. */
export interface TypedLine {
  /** Tells lines apart while they are typed. */
  readonly id: number;
  /** An indicator that a plan has; null for a new one. */
  readonly indicator: Pick<Appraisal["rules"][number]["indicators"][number], "key" | "name" | "unit"> | null;
  readonly name: string;
  readonly unit: string;
  readonly decimals: string;
  readonly method: AppraisalRuleTrial["indicators"][number]["method"];
  readonly fullMarks: string;
  readonly base: string;
  readonly capPercent: string;
  readonly stepMarks: string;
}

const plain = (text: string | undefined) => (text ?? "").replaceAll(",", "");

/** A line with nothing typed. */
export const blankLine = (id: number): TypedLine => ({
  ...{ id, indicator: null, name: "", unit: "", decimals: "0", method: "against-best" },
  ...{ fullMarks: "", base: "", capPercent: "100", stepMarks: "" },
});

/** The lines of the rule that holds, or one blank line. */
export function linesOf(rule: Appraisal["rules"][number] | undefined) {
  if (rule === undefined) return [blankLine(0)];
  return rule.indicators.map(
    (each, id): TypedLine => ({
      ...blankLine(id),
      ...{ indicator: each, method: each.method },
      fullMarks: plain(each.fullMarks.text),
      base: plain(each.base?.text),
      capPercent: String(each.capPercent ?? 100),
      stepMarks: plain(each.stepMarks?.text),
    }),
  );
}

/** Whether a line can be sent. */
export const isWhole = ({ indicator, name, unit, method, fullMarks, base, stepMarks }: TypedLine) =>
  (indicator !== null || (name.trim() !== "" && unit.trim() !== "")) &&
  fullMarks.trim() !== "" &&
  (method !== "against-base" || base.trim() !== "") &&
  (method !== "by-rank" || stepMarks.trim() !== "");

/** A line as it is sent. */
export function sentLine(line: TypedLine): AppraisalRuleTrial["indicators"][number] {
  const { indicator, method, fullMarks } = line;
  const decimals = Number(line.decimals);
  const isIndivisible = decimals === 0;
  return {
    ...(indicator !== null
      ? { indicator: indicator.key }
      : { newIndicator: { name: { zh: line.name }, unit: { zh: line.unit }, decimals, isIndivisible } }),
    ...{ method, fullMarks },
    ...(method === "against-base" && { base: line.base, capPercent: Number(line.capPercent) }),
    ...(method === "by-rank" && { stepMarks: line.stepMarks }),
  };
}
