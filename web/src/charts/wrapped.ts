/** What stands after which a line may end; a Chinese character may end one too. */
const breaks = /[\s、，；：）·—-]/u;
/** What never begins a line. */
const closing = /[，。、；：！？）”」％%]/u;
/** Whether a line may end before `next`: not within a number or a month, nor before what closes. */
const mayEnd = (character: string, next = "") =>
  !closing.test(next) && (character === "-" ? !/\d/.test(next) : breaks.test(character) || isWide(character));
const isWide = (character: string) => /[\u2e80-\u9fff\uff00-\uffef]/u.test(character);

/** The width of a text in px as system fonts set it: a Chinese character is as wide as it is high, others half of it. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? size : size * 0.56;
  return width;
}

/** A text in lines of at most `width` px at a font size, at most so many; what does not fit ends in an ellipsis. */
export function wrapped(text: string, width: number, size: number, lines: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest !== "" && found.length < lines) {
    if (widthOf(rest, size) <= width) return [...found, rest];
    const characters = [...rest];
    let [length, taken] = [0, 0];
    let lastBreak = 0;
    for (const [place, character] of characters.entries()) {
      length += widthOf(character, size);
      if (length > width) break;
      taken = place + 1;
      if (mayEnd(character, characters[taken])) lastBreak = taken;
    }
    // A word longer than the line is broken within.
    const end = Math.max(1, lastBreak || taken);
    if (found.length === lines - 1) {
      return [
        ...found,
        `${characters
          .slice(0, Math.max(1, taken - 1))
          .join("")
          .trimEnd()}…`,
      ];
    }
    found.push(characters.slice(0, end).join("").trimEnd());
    rest = characters.slice(end).join("").trimStart();
  }
  return found;
}
