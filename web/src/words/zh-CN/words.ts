import { chain } from "./chain.ts";
import { department, departments, reporting } from "./departments.ts";
import { overview } from "./overview.ts";
import { plan } from "./plan.ts";
import { shared } from "./shared.ts";

/** Every word of the pages in one language; loaded as one file. */
export const words = { ...shared, overview, plan, chain, departments, department, reporting };
