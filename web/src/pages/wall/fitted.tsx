import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

/**
 * What stands on a page of the wall, drawn smaller where a long sentence or long names leave it no room: nobody scrolls a
 * wall, and what is cut off there is never read.
 */
export function Fitted({ children }: { readonly children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const [outer, inner] = [room.current, content.current];
    if (!outer || !inner) return;
    // Sizes of the layout: neither the wall's scale nor this one is in them.
    const shrink = () => setScale(Math.min(1, outer.clientHeight / Math.max(1, inner.offsetHeight)));
    shrink();
    const observer = new ResizeObserver(shrink);
    observer.observe(inner);
    observer.observe(outer);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="wall-room" ref={room}>
      <div className="wall-content" ref={content} style={{ transform: `scale(${scale})` }}>
        {children}
      </div>
    </div>
  );
}
