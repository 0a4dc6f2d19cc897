import { belowHeadline } from "./below-headline.ts";
import { first } from "./first.ts";
import { notes } from "./notes.ts";
import { rest } from "./rest.ts";
import { time } from "./time.ts";
import { wall } from "./wall.ts";

/** Every word of the pages in one language. The pages load it in three parts, see languages.ts. */
export const words = { ...first, ...rest, time, notes, wall, overview: { ...first.overview, ...belowHeadline } };
