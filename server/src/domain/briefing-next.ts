/** 下步工作: who is asked for what, from the figures alone: what is behind, the pace that is needed, the reports that are missing. */
import { lackingInWords } from "./briefing-clauses.ts";
import type { ToldBriefing } from "./briefing-told.ts";
import { namesOf, owedPeriod } from "./briefing-words.ts";
import { readingName } from "./words.ts";

/** How many units, targets and goals are named. */
const named = { units: 4, targets: 3, goals: 4 };

function pressing({ behind, departments, monthsLeft, horizonName }: ToldBriefing): string[] {
  if (behind.length === 0) return [];
  const asked = departments.filter((unit) => unit.behind > 0).toSorted((left, right) => right.behind - left.behind);
  const units =
    asked.length === 0
      ? "各责任单位"
      : namesOf(
          asked.map(({ department }) => department.name.zh),
          named.units,
        );
  const first = namesOf(behind.map(lackingInWords), named.targets);
  if (monthsLeft === 0) {
    return [`${horizonName.zh}目标已到期，请${units}继续推进未完成的${behind.length}项目标：${first}。`];
  }
  return [`请${units}对照差距，抓紧推进滞后的${behind.length}项目标：${first}。`];
}

/** What the headline needs in each month that is left. */
function paces({ outlook, monthsLeft, horizonName }: ToldBriefing): string[] {
  if (monthsLeft === null || monthsLeft === 0) return [];
  const goals = outlook.prospects.flatMap(({ forecast, remaining, reading, indicatorName, scopeName, unit }) => {
    if (forecast === null || (remaining.value ?? 0) <= 0 || (forecast.pace.value ?? 0) <= 0) return [];
    const scope = scopeName === null ? "" : `（${scopeName.zh}）`;
    const of = unit.zh === "%" ? "个百分点" : unit.zh;
    return [
      `${readingName(reading, indicatorName).zh}${scope}还差${remaining.text}${of}，平均每月需${forecast.pace.text}${of}`,
    ];
  });
  if (goals.length === 0) return [];
  return [`距${horizonName.zh}还有${monthsLeft}个月，要完成总体目标：${goals.slice(0, named.goals).join("；")}。`];
}

function reports(told: ToldBriefing): string[] {
  const { owing, basis } = told;
  if (owing.length === 0) return [];
  const units = namesOf(
    owing.map(({ name }) => name.zh),
    named.units,
  );
  const period = owedPeriod(told);
  return [basis === "statistics" ? `${units}的${period}数据尚待统计部门核定。` : `请${units}尽快补报${period}数据。`];
}

/** The paragraphs of 下步工作. */
export function nextSteps(told: ToldBriefing): string[] {
  const found = [...pressing(told), ...paces(told), ...reports(told)];
  if (found.length > 0) return found;
  const { rows, total } = told.lights;
  const isAllMet = total > 0 && rows.every(({ light }) => light === "met");
  return [isAllMet ? "各项目标均已完成，没有需要催办的事项。" : "请各责任单位保持进度，按期报送数据。"];
}
