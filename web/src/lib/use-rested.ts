import { useDeferredValue, useEffect, useState } from "react";

/** How long a hand rests before what it typed is tried, in ms. */
const rest = 250;

/** What was typed once the hand rests. */
export function useRested<T>(typed: T): T {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), rest);
    return () => clearTimeout(timer);
  }, [typed]);
  return useDeferredValue(rested);
}
