/** Two spellings of one unit within one plan are one unit; no name is two units'. DOMAIN section 6. */
import { sharedNames } from "@beizeng/server/domain/unit-names.ts";
import { expect, test } from "vitest";

test.each<[string, Record<string, string[]>, [string, string, string][]]>([
  ["names of their own", { a: ["工信局", "市工信局"], b: ["商务局"] }, []],
  ["another unit's name", { a: ["工信局"], b: ["工信局"] }, [["工信局", "b", "a"]]],
  ["another unit's other name", { a: ["工信局", "市工信局"], b: ["市工信局"] }, [["市工信局", "b", "a"]]],
  ["a unit's own name once more", { a: ["工信局", "工信局"] }, [["工信局", "a", "a"]]],
  ["the same with a space", { a: ["工信局"], b: ["工 信局"] }, [["工 信局", "b", "a"]]],
  ["the same in full-width letters", { a: ["5G专班"], b: ["５Ｇ专班"] }, [["５Ｇ专班", "b", "a"]]],
  [
    "a third unit beside two that share",
    { a: ["甲"], b: ["甲"], c: ["甲"] },
    [
      ["甲", "b", "a"],
      ["甲", "c", "b"],
    ],
  ],
  ["a unit's own name in another width, which is another spelling", { a: ["各县（市、区）", "各县(市、区)"] }, []],
  ["no units", {}, []],
])("%s", (_, units, expected) => {
  const named = Object.entries(units).map(([key, names]) => ({ key, names }));
  expect(sharedNames(named).map(({ name, unit, owner }) => [name, unit, owner])).toEqual(expected);
});
