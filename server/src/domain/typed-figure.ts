/** What a person types into a cell, read as a stored figure. DOMAIN section 8. */
import type { Text } from "./model.ts";

/** Why a typed text is no figure. */
export type TypedFault = "not-a-number" | "too-many-decimals" | "too-large";

/** A typed text read: a whole number scaled by the indicator's decimals, null for a blank cell, which is no report. */
export type TypedFigure =
  | { readonly ok: true; readonly figure: number | null }
  | { readonly ok: false; readonly fault: TypedFault; readonly text: Text };

const plainNumber = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Reads what was typed. Full-width digits, spaces around, thousands separators and any minus sign are taken as meant; zeros
 * after the last decimal that counts are no decimals. Text in a number and more decimals than the indicator has are faults.
 */
export function readTyped(typed: string, decimals: number): TypedFigure {
  const plain = typed.normalize("NFKC").trim().replace("−", "-");
  if (plain === "") {
    return { ok: true, figure: null };
  }
  const match = plainNumber.exec(plain);
  if (match === null) {
    return refuse("not-a-number", { zh: "只能填数字", en: "only a number can stand here" });
  }
  const [, sign = "", whole = "", typedDecimals = ""] = match;
  const places = typedDecimals.replace(/(?<!0)0+$/, "");
  if (places.length > decimals) {
    return decimals === 0
      ? refuse("too-many-decimals", { zh: "只能填整数", en: "only a whole number can stand here" })
      : refuse("too-many-decimals", { zh: `最多${decimals}位小数`, en: `at most ${decimals} decimals` });
  }
  const digits = Number(`${sign}${whole.replaceAll(",", "")}${places.padEnd(decimals, "0")}`);
  return Number.isSafeInteger(digits)
    ? { ok: true, figure: digits === 0 ? 0 : digits }
    : refuse("too-large", { zh: "数字过大，请核对单位", en: "the number is too large; check its unit" });
}

function refuse(fault: TypedFault, text: Text): TypedFigure {
  return { ok: false, fault, text };
}
