/** A function of a text that works each text out once: in a long table most cells say what others said before. */
export function remembered<Answer extends string | number>(of: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const fresh = of(text);
    known.set(text, fresh);
    return fresh;
  };
}
