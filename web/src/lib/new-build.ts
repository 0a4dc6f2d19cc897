const key = "reloaded-at";
const pause = 30_000;

/**
 * A page that was open while the product was upgraded asks for scripts that are gone: it is loaded anew. Not again
 * within half a minute, so that a file that is truly missing shows as the error that it is; and not while the service
 * does not answer, when the browser's own error would take the place of the page.
 */
export function reloadForNewBuild(): void {
  addEventListener("vite:preloadError", () => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < pause) return;
    void fetch("/api/health", { cache: "no-store" })
      .then(({ ok }) => {
        if (!ok) return;
        sessionStorage.setItem(key, String(Date.now()));
        location.reload();
      })
      .catch(() => undefined);
  });
}

/** True where a page's script did not come: browsers have no code for it but these words. */
export const isScriptMissing = ({ message }: Error): boolean =>
  /dynamically imported module|module script failed|unable to preload/i.test(message);
