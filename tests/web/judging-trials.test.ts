import { expect, test } from "vitest";
import {
  calendarOfAddress,
  calendarOnAddress,
  ruleOfAddress,
  ruleOnAddress,
} from "../../web/src/pages/judging/trials.ts";

test("a rule is on the address what it was when it was typed", () => {
  const rule = { from: "2024-01", mode: "ratio", tolerancePercent: 15, isInclusive: false } as const;
  expect(ruleOnAddress(rule)).toBe("2024-01_ratio_15_out");
  expect(ruleOfAddress("2024-01_ratio_15_out")).toEqual(rule);
});

test("a calendar likewise, with or without weights of years", () => {
  const monthlyPercent = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100];
  const weighed = { from: "2024-01", monthlyPercent, yearWeights: { 2023: 2, 2025: 10 } };
  expect(calendarOnAddress(weighed)).toBe("2024-01_0-10-15-20-25-30-35-40-45-50-75-100_2023x2-2025x10");
  expect(calendarOfAddress(calendarOnAddress(weighed))).toEqual(weighed);
  const plain = { from: "2024-01", monthlyPercent, yearWeights: {} };
  expect(calendarOfAddress(calendarOnAddress(plain))).toEqual(plain);
});

test.each([undefined, "", "2024-01", "2024-01_points_x_in", "2024-01_house_10_in", "2024-01_0-10_", "<script>"])(
  "%s on an address is no trial",
  (text) => {
    expect([ruleOfAddress(text), calendarOfAddress(text)]).toEqual([null, null]);
  },
);
