import { useSyncExternalStore } from "react";

/** The same bound as in the style sheets; paper is never narrow. */
const narrow = "screen and (max-width: 720px)";

const onChange = (tell: () => void) => {
  const query = matchMedia(narrow);
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
};

/** Whether the page stands on a phone, for what a style sheet cannot decide. */
export const useNarrow = () => useSyncExternalStore(onChange, () => matchMedia(narrow).matches);
