/** The number that a text shows, so that a file shows the same to the last digit whatever it rounds by. */

/** A number as it is shown; of a percent `value` is the share. */
export interface ShownNumber {
  readonly value: number;
  readonly decimals: number;
  readonly isPercent: boolean;
  readonly isSigned: boolean;
}

/** More digits than these a spreadsheet does not keep. */
const mostDigits = 15;

/** The number that a text shows such as 1,234.5, +3, −2 or 12.5%; null for words, a dash, <0.1% and too many digits. */
export function numberShown(text: string): ShownNumber | null {
  const [, sign = "", whole = "", fraction = "", percent = ""] =
    /^([+\-−]?)(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?(%?)$/.exec(text) ?? [];
  const digits = whole.replaceAll(",", "");
  if (digits === "" || digits.length + fraction.length > mostDigits) return null;
  const isPercent = percent !== "";
  const decimals = fraction.length;
  const shown = Number(`${sign === "" || sign === "+" ? "" : "-"}${digits}.${fraction || "0"}`);
  return {
    value: isPercent ? Number((shown / 100).toFixed(decimals + 2)) : shown,
    decimals,
    isPercent,
    isSigned: sign === "+",
  };
}

/** The format by which a spreadsheet shows the number as its text does. */
export function formatOf({ decimals, isPercent, isSigned }: ShownNumber): string {
  const places = decimals === 0 ? "" : `.${"0".repeat(decimals)}`;
  const format = isPercent ? `0${places}%` : `#,##0${places}`;
  return isSigned ? `+${format};-${format};0${places}` : format;
}
