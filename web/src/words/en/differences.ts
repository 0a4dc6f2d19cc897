import type { English } from "../english.ts";
import type { differences as source } from "../zh-CN/differences.ts";

/** Words of the page 口径差异, in English. */
export const differences: English<typeof source> = {
  title: "Differences",
  seen: "Of {{compared}} measures with figures on both bases, {{count}} differ",
  seen_one: "Of {{compared}} measures with figures on both bases, {{count}} differs",
  seenSame: "The {{compared}} measures with figures on both bases all agree",
  seenNone: "Nothing is confirmed yet that could be compared",
  subtitle:
    "As of {{month}} · departments’ figures against the statistics bureau’s, at the latest period that both have; difference = confirmed − reported",
  coverage:
    "The plan has {{measures}} measures; the other {{rest}} are not confirmed or not reported and are not listed.",
  none: "Once the statistics bureau has confirmed figures and they are accepted, those that differ from the departments’ stand here with what either side said.",
  same: "What is confirmed agrees with what the departments reported; there is no difference to explain.",
  caption: "Differences: measure, reported, confirmed, difference, lights, remarks",
  sort: "Order",
  sortBy: {
    document: "as in the document",
    share: "largest share first",
    light: "other lights first",
    unit: "by reporting unit",
  },
  measure: "Measure",
  reported: "Reported",
  confirmed: "Confirmed",
  difference: "Difference",
  percent: "In percent",
  lights: "Light (reported → confirmed)",
  lightsSame: "same lights",
  remarks: "Remarks",
  field: { entries: "entries", exits: "exits", stock: "stock", amount: "value" },
  source: "{{who}}, {{day}}",
  saidReported: "Department: ",
  saidConfirmed: "Statistics: ",
};
