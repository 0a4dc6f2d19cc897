import { useEffect, useState } from "react";

/** How long a page of the wall stands, in ms: long enough to be read to the end at five metres. */
const stands = 20_000;

/** Which of `count` pages stands, turned by itself, by the arrow keys and, for a while not at all, by the space bar. */
export function useTurning(count: number) {
  const [turned, setTurned] = useState(0);
  const [isPaused, setIsPaused] = useState(false);
  useEffect(() => {
    if (isPaused || count < 2) return;
    // Set anew with each turn, so that a page turned by hand stands as long as any other.
    const timer = setTimeout(() => setTurned(turned + 1), stands);
    return () => clearTimeout(timer);
  }, [turned, isPaused, count]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "ArrowRight") setTurned((at) => at + 1);
      if (event.key === "ArrowLeft") setTurned((at) => at + count - 1);
      if (event.key === " " && !(event.target instanceof HTMLButtonElement)) setIsPaused((was) => !was);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [count]);
  return {
    at: count === 0 ? 0 : turned % count,
    isPaused,
    turn: (by: number) => setTurned((at) => at + by + count),
    pause: () => setIsPaused(!isPaused),
  };
}
