import {
  changesInWords,
  longestBehindInWords,
  outlookInWords,
  shortfallsInWords,
} from "@beizeng/server/domain/month-sentences.ts";
import { describe, expect, it } from "vitest";

const both = (zh: string, en: string) => ({ zh, en });
const food = both("食品产业", "Food");
const steel = both("钢铁产业", "Steel");
const wine = both("白酒产业", "Liquor");
const coal = both("煤机产业", "Machinery");
const firms = both("新增规上企业", "new large firms");
const short = (count: number) => both(`${count}户`, count === 1 ? "1 firm" : `${count} firms`);

describe("what changed since a month", () => {
  it("says so where nothing did", () => {
    expect(changesInWords("2024-05", [])).toEqual(
      both("与2024年5月相比，各项亮灯没有变化。", "No light has changed since 2024-05."),
    );
  });

  it("tells the moves in their order, one by name, of more the first as an example", () => {
    const named = (subject: typeof food, shortfall: ReturnType<typeof short> | null) => ({
      subject,
      indicator: firms,
      shortfall,
    });
    expect(
      changesInWords("2024-05", [
        { move: "completed", targets: [named(steel, null)] },
        { move: "fell-behind", targets: [named(food, short(3)), named(wine, short(1))] },
        { move: "improved", targets: [named(coal, short(1))] },
      ]),
    ).toEqual(
      both(
        "与2024年5月相比：2项转为滞后（如食品产业新增规上企业差3户），1项新完成（钢铁产业新增规上企业），1项滞后减轻（煤机产业新增规上企业差1户）。",
        "Since 2024-05: 2 fell behind (as Food: new large firms, 3 firms short); 1 reached the target (Steel: new large firms); 1 narrowed the gap (Machinery: new large firms, 1 firm short).",
      ),
    );
  });
});

describe("what is lacking", () => {
  const told = (rows: readonly (readonly [typeof food, number])[], areChains = true) =>
    shortfallsInWords({
      indicator: firms,
      rows: rows.map(([subject, count]) => ({ subject, shortfall: short(count) })),
      total: short(rows.reduce((sum, [, count]) => sum + count, 0)),
      shareOfFirstThree: "90.0%",
      areChains,
    });
  it.each([
    [[], "新增规上企业：没有滞后的产业链。", "new large firms: nothing is behind."],
    [[[food, 3]], "新增规上企业：滞后的只有食品产业，差3户。", "new large firms: only Food is behind, 3 firms short."],
    [
      [
        [food, 3],
        [wine, 1],
      ],
      "新增规上企业：2条产业链共差4户：食品产业差3户，白酒产业差1户。",
      "new large firms: 2 chains are 4 firms short: Food 3 firms, Liquor 1 firm.",
    ],
    [
      [
        [food, 4],
        [wine, 3],
        [steel, 2],
        [coal, 1],
      ],
      "新增规上企业：4条产业链共差10户，其中食品产业、白酒产业、钢铁产业3条产业链占90.0%。",
      "new large firms: 4 chains are 10 firms short; Food, Liquor, Steel make 90.0% of it.",
    ],
  ] as const)("%j", (rows, zh, en) => {
    expect(told(rows)).toEqual(both(zh, en));
  });

  it("speaks of targets where they are not one a chain", () => {
    expect(told([], false).zh).toBe("新增规上企业：没有滞后的目标。");
    expect(
      told(
        [
          [food, 3],
          [food, 1],
        ],
        false,
      ),
    ).toEqual(
      both(
        "新增规上企业：2项共差4户：食品产业差3户，食品产业差1户。",
        "new large firms: 2 targets are 4 firms short: Food 3 firms, Food 1 firm.",
      ),
    );
  });
});

describe("what is behind for longest", () => {
  it("counts the first and the last month", () => {
    const longest = { subject: food, indicator: firms, since: "2023-03" } as const;
    expect(longestBehindInWords("2024-06", longest)).toEqual(
      both(
        "滞后最久的是食品产业新增规上企业：自2023年3月起，已16个月。",
        "Behind for longest: Food, new large firms, for 16 months since 2023-03.",
      ),
    );
    expect(longestBehindInWords("2023-03", longest).en).toContain("for 1 month since");
    expect(longestBehindInWords("2024-06", null)).toEqual(both("没有滞后的目标。", "No target is behind."));
    expect(longestBehindInWords("2022-02", null, false)).toEqual(
      both("尚无可亮灯的目标。", "No target has a light yet."),
    );
  });
});

describe("the outlook", () => {
  const goal = (value: number, text: string, count: number) => ({
    indicator: firms,
    probability: { value, text },
    pace: short(count),
  });
  it("names the goal that is least likely to be met, and its pace", () => {
    expect(outlookInWords([])).toEqual(both("总体目标中没有可预测的。", "None of the overall goals can be projected."));
    expect(outlookInWords([goal(0.4, "40.0%", 2)])).toEqual(
      both(
        "按目前走势，新增规上企业如期完成的概率为40.0%，每月还需2户。",
        "As things go, new large firms has a chance of 40.0% and needs 2 firms a month.",
      ),
    );
    for (const [text, zh, en] of [
      ["<0.1%", "不到0.1%", "less than 0.1%"],
      [">99.9%", "超过99.9%", "more than 99.9%"],
    ] as const) {
      const told = outlookInWords([goal(0.5, text, 2)]);
      expect([told.zh, told.en]).toEqual([
        expect.stringContaining(`概率为${zh}，`),
        expect.stringContaining(`a chance of ${en} and`),
      ]);
    }
    expect(outlookInWords([goal(0.4, "40.0%", 2), goal(0.1, "10.0%", 3), goal(0.9, "90.0%", 1)])).toEqual(
      both(
        "按目前走势预测的3项总体目标中，新增规上企业如期完成的概率最低，为10.0%，每月还需3户。",
        "Of 3 goals projected as things go, new large firms has the lowest chance, 10.0%, and needs 3 firms a month.",
      ),
    );
  });
});

it("has nothing to say of a move that no target made", () => {
  expect(() => changesInWords("2024-05", [{ move: "completed", targets: [] }])).toThrow(RangeError);
});
