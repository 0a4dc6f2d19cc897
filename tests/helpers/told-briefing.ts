/** What the sentences of a briefing are told from; whatever a test does not name is the plainest there is. */
import { briefingSections } from "@beizeng/server/domain/briefing-sentences.ts";
import type { ToldBriefing, ToldSubject, ToldTarget } from "@beizeng/server/domain/briefing-told.ts";

/** The same in both languages. */
export const text = (zh: string) => ({ zh, en: zh });
/** What is not known. */
export const none = { value: null, text: "—" };
/** A figure as it is shown, with the minus of an office. */
export const shown = (value: number, written = String(value).replace("-", "−")) => ({ value, text: written });
/** A share by its percent. */
export const share = (percent: number) => ({ value: percent / 100, text: `${percent.toFixed(1).replace("-", "−")}%` });

/** What a light was decided by. */
export type Judged = ToldTarget["assessment"];
/** What a test names of a target. */
export type Row = Partial<Omit<ToldTarget, "assessment">> & { readonly assessed?: Partial<Judged> };

/** New firms, 15 by the year's end, of which 11 are there in September: on schedule by the rule of one whole unit. */
export function row({ assessed = {}, ...rest }: Row = {}): ToldTarget {
  return {
    subject: { kind: "headline", name: text("总体目标") },
    name: text("新增规上企业"),
    nature: "population",
    yardstick: "curve",
    lead: [],
    responsible: [text("市工信局")],
    shortfall: none,
    since: null,
    ...rest,
    assessment: {
      indicatorName: text("规上企业"),
      scopeName: null,
      reading: "new",
      direction: "rising",
      unit: text("户"),
      origin: "2021-12",
      deadline: "2022-12",
      judgedMonth: "2022-09",
      achieved: shown(11),
      targetText: text("新增 ≥15户"),
      gap: shown(0.25, "0.3"),
      remaining: shown(4),
      completion: share(73.3),
      completionBasis: "increment",
      isMet: false,
      light: "on-schedule",
      cause: "under-one-unit",
      metLateAt: null,
      rollUp: null,
      ...assessed,
    },
  };
}

/** The month and the quarter that it is told in. */
export const september = { month: "2022-09", basis: "department", period: "2022年三季度" } as const;
/** A share that is judged each month. */
export const rate = {
  indicatorName: text("问题解决率"),
  reading: "rate",
  unit: text("%"),
  deadline: null,
  achieved: shown(97.2),
  completion: none,
  completionBasis: "met-only",
  targetText: text("≥96%"),
} as const;
/** A subject with targets. */
export const subjectOf = (targets: readonly ToldTarget[], name = "总体目标"): ToldSubject => ({
  subject: { kind: name === "总体目标" ? "headline" : "chain", name: text(name) },
  lightWord: text(""),
  targets,
});
/** So many targets at a light. */
export const lit = (
  light: "on-schedule" | "met" | "behind" | "unreported" | "not-due" | null,
  word: string,
  count: number,
  percent: number,
) => ({
  ...{ light, word: text(word), count },
  share: share(percent),
});

/** A city in September 2022 with nothing in it but what a test names. */
function briefing(told: Partial<ToldBriefing> = {}): ToldBriefing {
  return {
    plan: {
      title: text("倍增方案"),
      jurisdiction: { name: text("高平市"), kind: "county" },
      frequency: "quarter",
    },
    month: "2022-09",
    horizon: "2022-12",
    horizonName: text("2022年底"),
    basis: "department",
    headline: [],
    chains: [],
    lights: { total: 0, rows: [] },
    chainLights: { total: 0, rows: [] },
    behind: [],
    departments: [],
    owing: [],
    reporting: { latestPeriod: "2022-09", units: [] },
    outlook: { prospects: [] },
    monthsLeft: 3,
    reconciliations: [],
    ...told,
  };
}

/** The paragraphs by their section. */
export const paragraphs = (told: Partial<ToldBriefing>) =>
  Object.fromEntries(briefingSections(briefing(told)).map(({ key, paragraphs: said }) => [key, said]));
