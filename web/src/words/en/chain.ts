import type { chain as source } from "../zh-CN/chain.ts";

/** Words of the page 产业链, in English. */
export const chain: typeof source = { title: "Chain" };
