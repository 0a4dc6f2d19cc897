import { useCallback, useRef, useState } from "react";

/** The width in px of the element that takes `ref`, following its changes; 0 until it is known. */
export function useWidth<E extends Element>(): { readonly ref: (element: E | null) => void; readonly width: number } {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: E | null) => {
    observer.current?.disconnect();
    if (!element) return;
    setWidth(Math.floor(element.getBoundingClientRect().width));
    observer.current = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.current.observe(element);
  }, []);
  return { ref, width };
}
