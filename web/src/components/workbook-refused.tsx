import { useWords } from "../words/use-words.ts";

/** Why a file was not taken, in the server's words, and that nothing has changed. */
export function WorkbookRefused({ name, problem }: { readonly name: string; readonly problem: string }) {
  const { t } = useWords();
  return (
    <p className="workbook-refused" role="alert">
      <strong>{problem}</strong>
      <span className="aside">{t("workbook.kept", { name })}</span>
    </p>
  );
}
