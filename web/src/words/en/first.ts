import { overview } from "./overview.ts";
import { shared } from "./shared.ts";

/** What the frame and the page that people open first need. */
export const first = { ...shared, overview };
