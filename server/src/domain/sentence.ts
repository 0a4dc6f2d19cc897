/** How an assessment came about, in one sentence of each language. */
import type { Basis } from "../../../db/src/vocabulary.ts";
import type { Assessment, AssessmentInput, Text } from "./model.ts";
import { sentenceInEnglish } from "./sentence-en.ts";
import { sentenceInChinese } from "./sentence-zh.ts";
import { tell } from "./told.ts";

/** What a sentence needs to know besides the assessment; the basis says whose figures are missing where some are. */
export type Explained = Pick<AssessmentInput, "target" | "measure" | "calendar"> & { readonly basis?: Basis };

/**
 * How an assessment came about: value, target, curve, what was expected, gap and rule, in one sentence of each language.
 * Made from the assessment's values alone, so that it cannot say anything else than the figures do. DOMAIN section 4.
 */
export function explain(explained: Explained, assessment: Assessment): Text {
  const told = tell(assessment);
  const whole = { basis: "department" as const, ...explained };
  return { zh: sentenceInChinese(whole, assessment, told), en: sentenceInEnglish(whole, assessment, told) };
}
