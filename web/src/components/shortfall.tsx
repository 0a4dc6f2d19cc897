import type { Assessment } from "../api/types.ts";
import { distanceIn } from "../words/spoken-words.ts";
import { useWords } from "../words/use-words.ts";
import { shortfallInWords } from "./assessment-words.ts";

/** A distance with its unit in the page's words. */
export const useDistance = () => distanceIn(useWords());

/** 差N户 beside a light that says that something is lacking. */
export function Shortfall({ assessment }: { readonly assessment: Assessment }) {
  const said = shortfallInWords(useWords(), assessment);
  return said && <b className="short">{said}</b>;
}
