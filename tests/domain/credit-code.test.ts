import { checkCreditCode } from "@beizeng/server/domain/credit-code.ts";
import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";

const valid = ["91350100M000100Y43", "91512081MA62K0260E"] as const;

it.each(valid)("%s is valid", (code) => {
  expect(checkCreditCode(code)).toBeNull();
});

describe("what is wrong with a code", () => {
  const rows: readonly (readonly [string, string, "error" | "warning", string])[] = [
    ["", "wrong-length", "error", "应为18位"],
    ["91350100M000100Y4", "wrong-length", "error", "应为18位"],
    ["91350100M000100Y433", "wrong-length", "error", "应为18位"],
    ["91350100m000100Y43", "wrong-letter", "error", "“m”"],
    ["91350100I000100Y43", "wrong-letter", "error", "“I”"],
    ["9135010０M000100Y43", "wrong-letter", "error", "“０”"],
    ["91350100M000100Y44", "wrong-check-digit", "warning", "应为“3”"],
    ["91512081MA62K0260F", "wrong-check-digit", "warning", "应为“E”"],
  ];
  it.each(rows)("“%s”: %s, %s", (written, code, severity, words) => {
    expect(checkCreditCode(written)).toMatchObject({ code, severity, text: { zh: expect.stringContaining(words) } });
  });

  it.each([..."IOSVZ"])("the letter %s stands in no code", (letter) => {
    expect(checkCreditCode(`9135010${letter}M000100Y43`)).toMatchObject({ code: "wrong-letter" });
  });
});

it("has the check characters 0 and Y for what is left of 31", () => {
  // Σ = 0 leaves 31, which is written 0; Σ = 1 leaves 30, which is written Y.
  expect(checkCreditCode("000000000000000000")).toBeNull();
  expect(checkCreditCode("10000000000000000Y")).toBeNull();
});

it("finds every single mistyped character, as the weights have no common divisor with 31", () => {
  const letters = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
  assert(
    property(constantFrom(...valid), integer({ min: 0, max: 17 }), constantFrom(...letters), (code, place, letter) => {
      const typed = code.slice(0, place) + letter + code.slice(place + 1);
      expect(checkCreditCode(typed) === null).toBe(typed === code);
    }),
  );
});
