import { belowHeadline } from "./below-headline.ts";
import { first } from "./first.ts";
import { notes } from "./notes.ts";
import { rest } from "./rest.ts";
import { time } from "./time.ts";

/** Every word of the pages in one language. The pages load it in three parts, see languages.ts. */
export const words = { ...first, ...rest, time, notes, overview: { ...first.overview, ...belowHeadline } };
