/** Text of people in the cells of a workbook. TRUST S9: text is text, whatever it begins with. */
import { escaped } from "../office/xml.ts";

/** The most characters that a cell of Excel holds. */
const longestCell = 32_767;

/** Halves of characters, which no encoding can write. */
const halfCharacters = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const hex = (code: number) => `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;

/**
 * A text written so that a spreadsheet reads the same text again: what XML cannot hold or would change (control
 * characters, a carriage return) becomes OOXML's `_xHHHH_`, and a text that looks like such an escape is escaped itself.
 * A line ends with LF in a cell.
 */
export function cellText(text: string): string {
  const whole = text.slice(0, longestCell).replace(halfCharacters, "\ufffd");
  const unmistaken = whole
    .replaceAll("\r\n", "\n")
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, (character) => hex(character.charCodeAt(0)));
  return escaped(unmistaken);
}
