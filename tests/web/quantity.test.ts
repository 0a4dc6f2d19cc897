import { describe, expect, it } from "vitest";
import { quantityIn } from "../../web/src/words/quantity.ts";

describe("a figure and its unit", () => {
  it("stand together in Chinese", () => {
    expect(quantityIn("zh-CN", "1", "户")).toBe("1户");
    expect(quantityIn("zh-CN", "15.19", "亿元")).toBe("15.19亿元");
  });

  it("are one firm and two firms in English, whatever stands before the number", () => {
    expect(["1", "−1", "≥1", "2", "0", "1.5", "11", "21"].map((figure) => quantityIn("en", figure, "firms"))).toEqual([
      "1 firm",
      "−1 firm",
      "≥1 firm",
      "2 firms",
      "0 firms",
      "1.5 firms",
      "11 firms",
      "21 firms",
    ]);
    expect(quantityIn("en", "1", "factories")).toBe("1 factory");
    expect(quantityIn("en", "1", "percentage points")).toBe("1 percentage point");
  });

  it("are multiplied where the unit is itself a number", () => {
    expect(quantityIn("en", ">5,000", "100 million yuan")).toBe(">5,000 × 100 million yuan");
    expect(quantityIn("en", "1", "10,000 tonnes")).toBe("1 × 10,000 tonnes");
  });

  it("keep a percent sign at its number, and leave alone what has one or is no figure", () => {
    expect(quantityIn("en", "20", "%")).toBe("20%");
    expect(quantityIn("en", "73.3%", "firms")).toBe("73.3%");
    expect(quantityIn("zh-CN", "—", "户")).toBe("—");
  });
});
