import { useWords } from "../../words/use-words.ts";

/** A password that was just given, and to whom. */
export interface Given {
  readonly account: string;
  readonly password: string;
}

/** Shows a given password once: it is kept nowhere. */
export function GivenPassword({ given, onClose }: { readonly given: Given; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <section className="note given" role="status">
      <p>{t("accounts.given", { account: given.account })}</p>
      <p className="given-password">{given.password}</p>
      <p className="subtitle">{t("accounts.givenDetail")}</p>
      <p className="note-ways">
        <button type="button" className="key" onClick={onClose}>
          {t("accounts.givenClose")}
        </button>
      </p>
    </section>
  );
}
