/** The sentences above the charts of a month's review, made from the values that the charts show. */
import { type LightMove, lightMoves, lightMoveWords } from "./light-move.ts";
import type { Text } from "./model.ts";
import { type Month, monthOfYear, monthsBetween, yearOf } from "./month.ts";

const monthZh = (month: Month) => `${yearOf(month)}年${monthOfYear(month)}月`;

/** What a sentence needs to know of a target: its subject, what it counts, and what it lacks with its unit (3户). */
export interface NamedTarget {
  readonly subject: Text;
  readonly indicator: Text;
  readonly shortfall: Text | null;
}

/** Targets, at least one, whose lights moved in one way, the one that asks for most first. */
export interface Moved {
  readonly move: LightMove;
  readonly targets: readonly NamedTarget[];
}

function movedInWords({ move, targets }: Moved): Text {
  const word = lightMoveWords[move];
  const count = targets.length;
  const [first] = targets;
  if (first === undefined) throw new RangeError(`no target ${word.en}`);
  const { subject, indicator, shortfall } = first;
  const lacking = shortfall === null ? { zh: "", en: "" } : { zh: `差${shortfall.zh}`, en: `, ${shortfall.en} short` };
  const as = count === 1 ? { zh: "", en: "" } : { zh: "如", en: "as " };
  return {
    zh: `${count}项${word.zh}（${as.zh}${subject.zh}${indicator.zh}${lacking.zh}）`,
    en: `${count} ${word.en} (${as.en}${subject.en}: ${indicator.en}${lacking.en})`,
  };
}

/** What became of the lights since an earlier month, the first target of each move named with what it lacks. */
export function changesInWords(since: Month, moved: readonly Moved[]): Text {
  const clauses = lightMoves.flatMap((move) => moved.filter((each) => each.move === move).map(movedInWords));
  if (clauses.length === 0) {
    return { zh: `与${monthZh(since)}相比，各项亮灯没有变化。`, en: `No light has changed since ${since}.` };
  }
  return {
    zh: `与${monthZh(since)}相比：${clauses.map(({ zh }) => zh).join("，")}。`,
    en: `Since ${since}: ${clauses.map(({ en }) => en).join("; ")}.`,
  };
}

/** Shortfalls of one indicator and reading, the largest first. */
export interface ShortfallsTold {
  /** What is counted, such as 新增规上企业. */
  readonly indicator: Text;
  readonly rows: readonly { readonly subject: Text; readonly shortfall: Text }[];
  readonly total: Text;
  /** What the first three make of the whole, as percent; asked for where there are more. */
  readonly shareOfFirstThree: string;
  /** True where each row is a chain of its own. */
  readonly areChains: boolean;
}

/** Which targets lack how much of one indicator, and what the first three make of it. */
export function shortfallsInWords({ indicator, rows, total, shareOfFirstThree, areChains }: ShortfallsTold): Text {
  const [zhOne, enMany] = areChains ? ["条产业链", "chains"] : ["项", "targets"];
  const [first, ...others] = rows;
  if (first === undefined) {
    return {
      zh: `${indicator.zh}：没有滞后的${areChains ? "产业链" : "目标"}。`,
      en: `${indicator.en}: nothing is behind.`,
    };
  }
  if (others.length === 0) {
    return {
      zh: `${indicator.zh}：滞后的只有${first.subject.zh}，差${first.shortfall.zh}。`,
      en: `${indicator.en}: only ${first.subject.en} is behind, ${first.shortfall.en} short.`,
    };
  }
  const start = {
    zh: `${indicator.zh}：${rows.length}${zhOne}共差${total.zh}`,
    en: `${indicator.en}: ${rows.length} ${enMany} are ${total.en} short`,
  };
  if (rows.length <= 3) {
    return {
      zh: `${start.zh}：${rows.map(({ subject, shortfall }) => `${subject.zh}差${shortfall.zh}`).join("，")}。`,
      en: `${start.en}: ${rows.map(({ subject, shortfall }) => `${subject.en} ${shortfall.en}`).join(", ")}.`,
    };
  }
  const three = rows.slice(0, 3);
  return {
    zh: `${start.zh}，其中${three.map(({ subject }) => subject.zh).join("、")}3${zhOne}占${shareOfFirstThree}。`,
    en: `${start.en}; ${three.map(({ subject }) => subject.en).join(", ")} make ${shareOfFirstThree} of it.`,
  };
}

/** Which target has been behind for longest at a month; null where none is, which says little before the first light. */
export function longestBehindInWords(
  month: Month,
  longest: (Pick<NamedTarget, "subject" | "indicator"> & { readonly since: Month }) | null,
  isAnyLit = true,
): Text {
  if (!isAnyLit) return { zh: "尚无可亮灯的目标。", en: "No target has a light yet." };
  if (longest === null) return { zh: "没有滞后的目标。", en: "No target is behind." };
  const { subject, indicator, since } = longest;
  const months = monthsBetween(since, month) + 1;
  return {
    zh: `滞后最久的是${subject.zh}${indicator.zh}：自${monthZh(since)}起，已${months}个月。`,
    en: `Behind for longest: ${subject.en}, ${indicator.en}, for ${months} ${months === 1 ? "month" : "months"} since ${since}.`,
  };
}

/** A projected target of the headline. */
export interface OutlookTold {
  readonly indicator: Text;
  /** The probability of meeting it, for the order, and as it is shown. */
  readonly probability: { readonly value: number; readonly text: string };
  /** What is needed in each month that is left, with its unit. */
  readonly pace: Text;
}

/** A probability within a sentence: what is never certain is said in words. */
function spoken(text: string): Text {
  if (text.startsWith("<")) return { zh: `不到${text.slice(1)}`, en: `less than ${text.slice(1)}` };
  if (text.startsWith(">")) return { zh: `超过${text.slice(1)}`, en: `more than ${text.slice(1)}` };
  return { zh: text, en: text };
}

/** Of which headline target the forecast is least sure, and the pace it needs. */
export function outlookInWords(foreseen: readonly OutlookTold[]): Text {
  const [first, ...others] = foreseen;
  if (first === undefined) return { zh: "总体目标中没有可预测的。", en: "None of the overall goals can be projected." };
  const least = others.reduce((low, each) => (each.probability.value < low.probability.value ? each : low), first);
  const { indicator, pace } = least;
  const chance = spoken(least.probability.text);
  if (others.length === 0) {
    return {
      zh: `按目前走势，${indicator.zh}如期完成的概率为${chance.zh}，每月还需${pace.zh}。`,
      en: `As things go, ${indicator.en} has a chance of ${chance.en} and needs ${pace.en} a month.`,
    };
  }
  return {
    zh: `按目前走势预测的${foreseen.length}项总体目标中，${indicator.zh}如期完成的概率最低，为${chance.zh}，每月还需${pace.zh}。`,
    en: `Of ${foreseen.length} goals projected as things go, ${indicator.en} has the lowest chance, ${chance.en}, and needs ${pace.en} a month.`,
  };
}
