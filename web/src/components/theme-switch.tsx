import { useSyncExternalStore } from "react";
import { chooseTheme, currentTheme, onTheme } from "../lib/theme.ts";
import { useWords } from "../words/use-words.ts";

/** Changes between light and dark; its word is what a press leads to. */
export function ThemeSwitch() {
  const { t } = useWords();
  const other = useSyncExternalStore(onTheme, currentTheme) === "dark" ? "light" : "dark";
  return (
    <button type="button" className="theme-switch screen-only" onClick={() => chooseTheme(other)}>
      {t(`theme.${other}`)}
    </button>
  );
}
