/** Light or dark, by the reader's device until they choose. A choice is the device's, not the address's: a link opens as its reader likes. */
export type Theme = "light" | "dark";

const kept = "beizeng-theme";
const nightfall = () => matchMedia("(prefers-color-scheme: dark)");

/** What was chosen on this device, null where nothing was or nothing may be kept. */
function chosenTheme(): Theme | null {
  try {
    const word = localStorage.getItem(kept);
    return word === "light" || word === "dark" ? word : null;
  } catch {
    return null;
  }
}

/** The theme in which the page stands. */
export const currentTheme = (): Theme => (document.documentElement.dataset.theme === "dark" ? "dark" : "light");

const listeners = new Set<() => void>();

function show(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  for (const tell of listeners) tell();
}

/** Tells of every change of the theme until the answer is called. */
export function onTheme(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Shows a theme from now on, also the next time where the browser keeps anything. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(kept, theme);
  } catch {
    // A browser that keeps nothing shows it until the page is left.
  }
  show(theme);
}

/** Shows a theme, chosen or not, until the answer is called: a wall is dark whatever its reader likes elsewhere. */
export function showMeanwhile(theme: Theme): () => void {
  const before = currentTheme();
  show(theme);
  return () => show(before);
}

/** Stands in what was chosen or else in the device's, as `public/theme.js` put the page before it was drawn, and follows the device while nothing was chosen. */
export function followTheme(): void {
  const follow = () => show(chosenTheme() ?? (nightfall().matches ? "dark" : "light"));
  follow();
  nightfall().addEventListener("change", follow);
}
