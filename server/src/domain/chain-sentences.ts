/** The sentences above the charts of a chain, made from the values that the charts show. */
import type { Text } from "./model.ts";
import { type Month, quarterOfYear, yearOf } from "./month.ts";

/** A quarter by its last month: 2022年四季度, Q4 2022. */
export function quarterInWords(quarter: Month): Text {
  const { number, numeral } = quarterOfYear(quarter);
  return { zh: `${yearOf(quarter)}年${numeral}季度`, en: `Q${number} ${yearOf(quarter)}` };
}

/** What the quarters of one figure brought; quantities carry their unit. */
export interface StepsTold {
  /** What is counted, such as 新增规上企业. */
  readonly indicator: Text;
  /** What all quarters brought together; null where none is reported. */
  readonly total: Text | null;
  /** The quarter that brought most; null where none brought anything. */
  readonly best: { readonly quarter: Month; readonly quantity: Text } | null;
  /** The last quarter of which anything is known. */
  readonly latest: { readonly quarter: Month; readonly quantity: Text } | null;
  /** Who brought most of it, where more than one could. */
  readonly source: { readonly name: Text; readonly quantity: Text } | null;
}

/** Which quarter brought what, and from whom most came. */
export function stepsInWords({ indicator, total, best, latest, source }: StepsTold): Text {
  if (total === null || latest === null) {
    return { zh: `${indicator.zh}：还没有可以分步的数。`, en: `${indicator.en}: nothing to tell by quarter yet.` };
  }
  const start = { zh: `${indicator.zh}：各季度共${total.zh}`, en: `${indicator.en}: ${total.en} over all quarters` };
  const most = best === null ? null : quarterInWords(best.quarter);
  const last = quarterInWords(latest.quarter);
  const isLatestBest = best?.quarter === latest.quarter;
  const parts = [
    start,
    best === null || most === null
      ? null
      : {
          zh: `${most.zh}最多，${best.quantity.zh}`,
          en: `most in ${most.en} (${best.quantity.en})`,
        },
    isLatestBest ? null : { zh: `最近的${last.zh}${latest.quantity.zh}`, en: `${latest.quantity.en} in ${last.en}` },
    source === null
      ? null
      : {
          zh: `${source.name.zh}占其中${source.quantity.zh}`,
          en: `${source.quantity.en} of it from ${source.name.en}`,
        },
  ].filter((part) => part !== null);
  return { zh: `${parts.map(({ zh }) => zh).join("；")}。`, en: `${parts.map(({ en }) => en).join("; ")}.` };
}

/** Where a subject stands among the others that have the same target; distances carry their unit. */
export interface ComparisonTold {
  readonly indicator: Text;
  readonly areChains: boolean;
  /** How many have such a target, the own one included. */
  readonly count: number;
  readonly own: {
    readonly name: Text;
    /** 1 is furthest behind; null where its gap is not known. */
    readonly place: number | null;
    /** How many share that place with it. */
    readonly sharing: number;
    /** What it lacks; null where it lacks nothing. */
    readonly lacking: Text | null;
    readonly isUnreported: boolean;
  };
  /** How many are not reported, the own one included, and the word for it (未报, 未核定). */
  readonly unreported: number;
  readonly unreportedWord: Text;
  /** The one furthest behind; null where none is behind. */
  readonly worst: { readonly name: Text; readonly lacking: Text } | null;
}

/** How a subject's gap stands beside those of the others. */
export function comparisonInWords(told: ComparisonTold): Text {
  const { indicator, areChains, count, own, worst, unreported, unreportedWord: word } = told;
  const [zhAll, enAll] = areChains ? [`${count}条产业链`, `${count} chains`] : [`${count}项`, `${count} targets`];
  const name = own.name;
  if (count === 1) {
    return {
      zh: `${indicator.zh}：只有${name.zh}有这个目标，无可对比。`,
      en: `${indicator.en}: only ${name.en} has this target.`,
    };
  }
  const start = { zh: `${indicator.zh}：${zhAll}中`, en: `${indicator.en}: of ${enAll}` };
  if (own.place === null) {
    return { zh: `${start.zh}，${name.zh}尚无可比的差距。`, en: `${start.en}, ${name.en} has no gap to compare.` };
  }
  if (worst === null && unreported > 0) {
    const rest = unreported < count;
    return {
      zh: `${start.zh}，${unreported}${areChains ? "条" : "项"}${word.zh}${rest ? "，其余没有滞后" : ""}。`,
      en: `${start.en}, ${unreported} ${word.en}${rest ? ", none of the others is behind" : ""}.`,
    };
  }
  if (worst === null) return { zh: `${start.zh}都没有滞后。`, en: `${start.en}, none is behind.` };
  if (own.lacking === null) {
    const stands = own.isUnreported ? word : { zh: "没有滞后", en: "not behind" };
    return {
      zh: `${start.zh}，${name.zh}${stands.zh}；差距最大的是${worst.name.zh}，差${worst.lacking.zh}。`,
      en: `${start.en}, ${name.en} is ${stands.en}; ${worst.name.en} has the largest, ${worst.lacking.en}.`,
    };
  }
  if (own.place === 1) {
    const shared = own.sharing > 1;
    return {
      zh: `${start.zh}，${name.zh}差距${shared ? "并列最大" : "最大"}，差${own.lacking.zh}。`,
      en: `${start.en}, ${name.en} ${shared ? "shares" : "has"} the largest gap, ${own.lacking.en}.`,
    };
  }
  return {
    zh: `${start.zh}，${name.zh}差${own.lacking.zh}，差距居第${own.place}；最大的是${worst.name.zh}，差${worst.lacking.zh}。`,
    en: `${start.en}, ${name.en} is ${own.lacking.en} short, place ${own.place} by gap; ${worst.name.en} has the largest, ${worst.lacking.en}.`,
  };
}
