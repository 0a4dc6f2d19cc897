import { useEffect, useRef } from "react";
import { call } from "../../api/call.ts";

/**
 * A wall stands for months, the product is upgraded meanwhile: once the line is back after it was lost, and another build
 * answers, the page is loaded anew. Never while nothing answers, when the browser's error would take the wall's place.
 */
export function useNewBuild(isLost: boolean): void {
  const build = useRef<string | null>(null);
  useEffect(() => {
    if (isLost) return;
    const asking = new AbortController();
    call("/api/health", { signal: asking.signal })
      .then((health) => {
        if (build.current !== null && build.current !== health.build) location.reload();
        build.current = health.build;
      })
      // Lost again before it answered: asked once more when the line is back.
      .catch(() => undefined);
    return () => asking.abort();
  }, [isLost]);
}
