/** Why a workbook that is read is not the form that it is uploaded as. */
import type { Text } from "../domain/model.ts";

/** The codes of the reasons. */
export type FormFault = "not-our-form" | "another-paper" | "re-headed";

/** The one sentence why a file is another. */
export interface RefusedForm {
  readonly ok: false;
  readonly code: FormFault;
  readonly text: Text;
}

/** A refusal in both languages. */
export const refused = (code: FormFault, zh: string, en: string): RefusedForm => ({
  ok: false,
  code,
  text: { zh, en },
});
