import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** The width of the text on an A4 page with the margins of print.css, in px. */
const paperWidth = 688;

/**
 * The width in px of the element that takes `ref`, following its changes; 0 until it is known. Paper is laid out without
 * telling scripts, so for printing it is `onPaper` px.
 */
export function useWidth<E extends Element>(onPaper = paperWidth) {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const onScreen = useRef(0);
  const ref = useCallback((element: E | null) => {
    observer.current?.disconnect();
    if (!element) return;
    const follow = (found: number) => {
      onScreen.current = Math.floor(found);
      setWidth(onScreen.current);
    };
    follow(element.getBoundingClientRect().width);
    observer.current = new ResizeObserver(([entry]) => entry && follow(entry.contentRect.width));
    observer.current.observe(element);
  }, []);
  useEffect(() => {
    const toPaper = () => flushSync(() => setWidth(Math.min(onPaper, onScreen.current)));
    const toScreen = () => setWidth(onScreen.current);
    addEventListener("beforeprint", toPaper);
    addEventListener("afterprint", toScreen);
    return () => {
      removeEventListener("beforeprint", toPaper);
      removeEventListener("afterprint", toScreen);
    };
  }, [onPaper]);
  return { ref, width };
}
