import { fractionOf, ofNumber, zero } from "@beizeng/server/domain/fraction.ts";
import { quantityInEnglish } from "@beizeng/server/domain/quantity.ts";
import { shownProbability, shownShort } from "@beizeng/server/plans/shown-figure.ts";
import { expect, test } from "vitest";

test("a forecast is never certain", () => {
  const shown = (probability: number) => shownProbability(ofNumber(probability)).text;
  expect([0, 0.0004, 0.001, 0.5, 0.698, 0.999, 0.9996, 1].map(shown)).toEqual([
    "<0.1%",
    "<0.1%",
    "0.1%",
    "50.0%",
    "69.8%",
    "99.9%",
    ">99.9%",
    ">99.9%",
  ]);
});

test("a distance has one place more than a count, and those of its indicator otherwise", () => {
  expect(shownShort(fractionOf(3n, 2n), zero, 0).text).toBe("1.5");
  expect(shownShort(ofNumber(2), zero, 0).text).toBe("2");
  expect(shownShort(ofNumber(2), zero, 1).text).toBe("2.0");
  // 2.85 beside 3.0 is 2.9; what is not nothing never reads like nothing.
  expect(shownShort(ofNumber(2.85), ofNumber(3), 1).text).toBe("2.9");
  expect(shownShort(ofNumber(0.04), zero, 1).text).toBe("0.04");
});

test("a figure and its unit in English", () => {
  expect(quantityInEnglish("1", "firms")).toBe("1 firm");
  expect(quantityInEnglish("≥1", "factories")).toBe("≥1 factory");
  expect(quantityInEnglish("1.5", "firms")).toBe("1.5 firms");
  expect(quantityInEnglish("96", "%")).toBe("96%");
  expect(quantityInEnglish(">5,000", "100 million yuan")).toBe(">5,000 × 100 million yuan");
});
