import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/** How far the note keeps from the edge of the screen, and its widest measure, in px. */
const margin = 12;
const widest = 360;

/**
 * A mark that can say how it came about: the sentence opens by hover, by tap and by keyboard, and closes by Escape, by
 * leaving, and when the page moves under it. It is also the mark's description for those who hear the page.
 */
export function Why({
  children,
  sentence,
  way,
}: {
  readonly children: ReactNode;
  readonly sentence: string;
  /** Where more is to be read; it stands in the open note, which the pointer and the focus can go into. */
  readonly way?: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number; width: number } | null>(null);
  const close = () => setPlace(null);
  const open = () => {
    const box = button.current?.getBoundingClientRect();
    if (!box) return;
    const width = Math.min(widest, innerWidth - 2 * margin);
    const left = Math.min(Math.max(margin, box.right - width), innerWidth - width - margin);
    setPlace({ left, top: box.bottom, width });
  };
  const isOpen = place !== null;
  useEffect(() => {
    if (!isOpen) return;
    const shut = () => setPlace(null);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && shut();
    addEventListener("scroll", shut, true);
    addEventListener("resize", shut);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("scroll", shut, true);
      removeEventListener("resize", shut);
      removeEventListener("keydown", onKey);
    };
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the pointer that leaves mark and note together closes the note
    <span
      className="why"
      onMouseLeave={close}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || close()}
    >
      <button
        ref={button}
        type="button"
        className="why-mark"
        aria-expanded={isOpen}
        aria-describedby={id}
        onClick={open}
        onMouseEnter={open}
        onFocus={open}
      >
        {children}
      </button>
      <span className={isOpen ? "why-place" : "unseen"} style={place ?? undefined}>
        <span className={isOpen ? "why-note" : undefined}>
          <span id={id} role="tooltip">
            {sentence}
          </span>
          {isOpen && way && <span className="why-way">{way}</span>}
        </span>
      </span>
    </span>
  );
}
