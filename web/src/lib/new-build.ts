const key = "reloaded-at";
const pause = 30_000;

/**
 * A page that was open while the product was upgraded asks for scripts that are gone: it is loaded anew. Not again
 * within half a minute, so that a file that is truly missing shows as the error that it is.
 */
export function reloadForNewBuild(): void {
  addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < pause) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
