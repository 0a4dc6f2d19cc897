/** The pages that are open to whoever may read figures. */
import { toEverybody } from "./listed-pages.ts";
import { openLooking, testPages } from "./page-looks.ts";

testPages(toEverybody, openLooking());
