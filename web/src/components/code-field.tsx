import { useWords } from "../words/use-words.ts";
import { Field } from "./field.tsx";

/** Where six digits are typed. */
export function CodeField({ isWrong }: { readonly isWrong: boolean }) {
  const { t } = useWords();
  return (
    <Field
      label={t("signIn.code")}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]{6,7}"
      maxLength={7}
      required
      autoFocus
      isWrong={isWrong}
    />
  );
}
