import { useEffect } from "react";
import { useWords } from "../words/use-words.ts";

/** Names the browser's tab and history entry: the page, what it shows, the product. */
export function usePageTitle(...parts: readonly (string | undefined)[]) {
  const { t } = useWords();
  const title = [...parts.filter(Boolean), t("product")].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
