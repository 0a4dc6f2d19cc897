import { first } from "./first.ts";
import { rest } from "./rest.ts";

/** Every word of the pages in one language. The pages load it in two parts, see languages.ts. */
export const words = { ...first, ...rest };
