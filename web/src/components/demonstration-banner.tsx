import { useWords } from "../words/use-words.ts";

/** Says on every page, on paper too, that the reports are invented. */
export function DemonstrationBanner({ today }: { readonly today: string }) {
  const { t } = useWords();
  return (
    <aside className="demonstration">
      <strong>{t("demonstration.word")}</strong>
      <span>{t("demonstration.detail", { today })}</span>
    </aside>
  );
}
