/** The unified social credit code (统一社会信用代码, GB 32100). DOMAIN section 9. */
import type { Text } from "./model.ts";

/** What is wrong with a code: its form is an error; a check digit that does not fit is a warning, as some early legal codes fail it. */
export type CreditCodeFinding =
  | { readonly code: "wrong-length" | "wrong-letter"; readonly severity: "error"; readonly text: Text }
  | { readonly code: "wrong-check-digit"; readonly severity: "warning"; readonly text: Text };

/** The 31 characters in the order of their values 0 to 30: no I, O, S, V or Z. */
const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const codeLength = 18;

/** The check character that belongs to the first 17 characters: 31 − (Σ value × 3^(i−1) mod 31), 30 being Y and 31 being 0. */
function checkCharacter(body: readonly string[]): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return characters.charAt((31 - (sum % 31)) % 31);
}

/** What is wrong with a code as written, null for a valid one. DOMAIN section 9. */
export function checkCreditCode(code: string): CreditCodeFinding | null {
  const written = [...code];
  if (written.length !== codeLength) {
    return {
      code: "wrong-length",
      severity: "error",
      text: { zh: "统一社会信用代码应为18位", en: "a credit code has 18 characters" },
    };
  }
  const stranger = written.find((character) => !characters.includes(character));
  if (stranger !== undefined) {
    return {
      code: "wrong-letter",
      severity: "error",
      text: {
        zh: `统一社会信用代码不应有“${stranger}”，字母须大写，不用I、O、S、V、Z`,
        en: `a credit code cannot have “${stranger}”: capital letters other than I, O, S, V, Z`,
      },
    };
  }
  const expected = checkCharacter(written.slice(0, -1));
  return expected === written.at(-1)
    ? null
    : {
        code: "wrong-check-digit",
        severity: "warning",
        text: {
          zh: `校验位应为“${expected}”，请核对；早年发放的代码可能不符，请说明`,
          en: `the check character should be “${expected}”; some early codes fail it, please say why`,
        },
      };
}
