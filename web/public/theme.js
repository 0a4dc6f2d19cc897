// Puts the page into light or dark before anything of it is drawn; src/lib/theme.ts keeps and follows the choice from then on.
{
  let theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  try {
    const chosen = localStorage.getItem("beizeng-theme");
    if (chosen === "light" || chosen === "dark") theme = chosen;
  } catch {
    // A browser that keeps nothing stands as the device does.
  }
  document.documentElement.dataset.theme = theme;
}
