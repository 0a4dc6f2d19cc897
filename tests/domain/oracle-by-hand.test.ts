/**
 * Examples worked out on paper from the rules of the figures, each with its working in one line. They check the oracle,
 * so that it may check `assess` on many more.
 */
import { describe, expect, it } from "vitest";
import { completionText as domainText } from "../../server/src/domain/completion.ts";
import { assessed } from "../helpers/oracle/bridge.ts";
import { completionText } from "../helpers/oracle/display.ts";
import { pair } from "../helpers/oracle/fractions.ts";
import { judge } from "../helpers/oracle/judge.ts";
import { spell } from "../helpers/oracle/spelling.ts";
import { countsOfFirms } from "../helpers/oracle/worked/counts-of-firms.ts";
import { growths } from "../helpers/oracle/worked/growths.ts";
import { levels } from "../helpers/oracle/worked/levels.ts";
import { notProRated } from "../helpers/oracle/worked/not-pro-rated.ts";
import { rules } from "../helpers/oracle/worked/rules.ts";
import { silent } from "../helpers/oracle/worked/silent.ts";
import { together } from "../helpers/oracle/worked/together.ts";

const groups = { countsOfFirms, rules, levels, growths, silent, notProRated, together };

describe.each(Object.entries(groups))("worked out by hand: %s", (_, examples) => {
  it.each(examples)("the oracle: $name", ({ asked, answer }) => {
    expect(spell(judge(asked))).toMatchObject(answer);
  });

  it.each(examples)("assess: $name", ({ asked, answer }) => {
    expect(spell(assessed(asked))).toMatchObject(answer);
  });
});

describe("the text of a completion", () => {
  it.each([
    [0, 1, "0.0%"], // nothing is nothing
    [1, 10000, "0.1%"], // 0.01 would read 0.0
    [-1, 10000, "−0.1%"], // −0.01 would read −0.0
    [1, 400, "0.3%"], // 0.25, half up
    [-1, 400, "−0.3%"], // the same below nothing
    [1, 800, "0.1%"], // 0.125
    [2, 3, "66.7%"], // 66.666…
    [9994, 10000, "99.9%"], // 99.94
    [9996, 10000, "99.9%"], // 99.96 would read 100.0 and is not the whole
    [1, 1, "100.0%"], // the whole
    [10004, 10000, "100.0%"], // 100.04
    [2, 1, "200.0%"], // twice
  ])("%i/%i reads %s", (top, bottom, text) => {
    expect(completionText(pair(top, bottom))).toBe(text);
    expect(domainText({ numerator: BigInt(top), denominator: BigInt(bottom) })).toBe(text);
  });

  it("is — where there is none", () => {
    expect(completionText(null)).toBe("—");
    expect(domainText(null)).toBe("—");
  });
});
