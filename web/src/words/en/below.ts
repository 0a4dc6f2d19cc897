import { belowHeadline } from "./below-headline.ts";
import { notes } from "./notes.ts";
import { time } from "./time.ts";

/** What comes after the headline of the first page. */
export const below = { time, notes, overview: belowHeadline };
