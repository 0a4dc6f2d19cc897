/** Which measures may stand in a report of a base (基期值), and what is refused there. DOMAIN section 2. */
import { isBaseOf } from "../domain/base.ts";
import { figureText } from "../domain/figures.ts";
import { ofScaled } from "../domain/fraction.ts";
import type { Month } from "../domain/month.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";

const notCountedFrom = {
  zh: "没有目标以该月的数为基期",
  en: "none of its targets counts from what stood in that month",
};

/** A measure whose base may be reported: a target counts from what stood in the month, and the plan does not state it. */
export function askBase(measure: MeasureEntry, period: Month): Answer<MeasureEntry> {
  const { opening, indicator } = measure.row;
  const place = { code: "base-refused", field: period, value: measure.row.key } as const;
  if (!isBaseOf(measure.siblings, period)) return refuse({ ...place, allowed: notCountedFrom });
  if (opening?.month !== period) return give(measure);
  const stated = figureText(ofScaled(opening.amount, indicator.decimals), indicator.decimals);
  return refuse({
    ...place,
    allowed: {
      zh: `方案已载明或可推得基期值 ${stated}${indicator.unit.zh}`,
      en: `the plan states or implies it: ${stated} ${indicator.unit.en}`,
    },
  });
}
