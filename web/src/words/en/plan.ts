import type { plan as source } from "../zh-CN/plan.ts";

/** Words of the page 方案, in English. */
export const plan: typeof source = {
  title: "Plan",
};
