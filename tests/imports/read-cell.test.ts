import { numberText, percentText } from "@beizeng/server/imports/read-cell.ts";
import { describe, expect, it } from "vitest";

describe("numbers of a spreadsheet as typed", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [1.1 * 3, "3.3"],
    [12, "12"],
    [-0, "0"],
    [-1.5, "-1.5"],
    [1e15, "1000000000000000"],
    [123456789012345.6, "123456789012346"],
    [1e21, "1000000000000000000000"],
    [1e-7, "0.0000001"],
    [2.5, "2.5"],
  ])("%d is %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it.each([
    [0.15, "15"],
    [0.975, "97.5"],
    [0.07, "7"],
    [1.1, "110"],
    [0.0725, "7.25"],
  ])("%d in percent is %s", (value, text) => {
    expect(percentText(value)).toBe(text);
  });
});
