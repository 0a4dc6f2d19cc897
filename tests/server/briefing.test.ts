import { findMonthMoves, findPlanId, type Store } from "@beizeng/db";
import { bases } from "@beizeng/db/vocabulary";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import type { Briefing } from "@beizeng/server/contract/briefing.ts";
import { readBriefingFigures } from "@beizeng/server/reads/briefing.ts";
import { flatOf } from "@beizeng/server/reads/flat-figures.ts";
import { openReads } from "@beizeng/server/reads/reads.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, openTestLedger, type TestApp } from "../helpers/app.ts";
import { act, type Desk, plans, step } from "./desk.ts";
import { planWithGrowth } from "./growth-plan.ts";
import { reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

/** Numbers as a text writes them: 1,000, 73.3, 9; what stands before them is no part of them. */
const numbersIn = (said: string) =>
  (said.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((each) => Number(each.replaceAll(",", "")));

/** Every number that a value holds, in its texts too, and how long its lists are. */
function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "string") return numbersIn(value);
  if (value === null || typeof value !== "object") return [];
  const length = Array.isArray(value) ? [value.length] : [];
  return [...length, ...Object.values(value).flatMap(numbersOf)];
}

function expectOnlyOwnNumbers({ title, sections, ...figures }: Briefing): void {
  const known = new Set(numbersOf(figures));
  const said = [title, ...sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(numbersIn);
  expect(said.filter((number) => !known.has(number))).toEqual([]);
}

describe("a briefing of the sample plan", () => {
  let opened: TestApp;
  beforeAll(async () => {
    opened = await openTestApp([samplePlan()]);
    await reportSampleYear(opened.store);
    const closed = await closeMonth(opened.store, {
      ...{ actor: reviewer, now: "2022-10-11T02:00:00.000Z", plan: "sample-2022", month: "2022-06", reason: null },
    });
    if (!closed.ok) throw new Error(closed.reason.code);
  });
  afterAll(() => opened.dispose());
  const ask = async (query: string) => opened.app.inject(`/api/plans/sample-2022/briefing?${query}`);
  const june = "month=2022-06&horizon=2022-12";

  test("tells June as it is worked out by hand: 4 of 10 where 5 were due, 钢铁 3 of 6 as due, 食品 1 of 4 where 2 were", async () => {
    const briefing = (await ask(june)).json<Briefing>();
    expect(briefing.edition).toBeNull();
    expect(briefing.title).toBe("关于市140581《倍增方案》2022年6月进展情况的通报");
    expect(briefing.remarks).toEqual([
      "数据截至2022年6月底",
      "部门填报数据，非统计部门发布数据",
      "未定稿：所引数据尚未结账",
      "演示数据，非真实数据",
    ]);
    const said = Object.fromEntries(briefing.sections.map(({ key, paragraphs }) => [key, paragraphs]));
    expect(said.overall).toEqual([
      "截至2022年6月底，《倍增方案》2022年底目标共5项，其中：达序时1项，占20.0%；滞后1项，占20.0%；严重滞后1项，占20.0%；未到期1项，占20.0%；未亮灯1项，占20.0%。按各链最需关注的目标计，2条产业链中，达序时1条，占50.0%；严重滞后1条，占50.0%。",
      "截至6月底，全县各分项合计新增规上企业4户，完成年度目标的40.0%，低于序时进度1户，进度滞后。",
    ]);
    expect(said.problems?.slice(0, 2)).toEqual([
      "严重滞后的目标1项：食品新增规上企业差1户（2022年3月起滞后，责任单位：商务局）。",
      "滞后的目标1项：总体目标新增规上企业差1户（2022年3月起滞后，责任单位：市政府）。",
    ]);
    expect(said.next?.[0]).toMatch(/抓紧推进滞后的2项目标：食品新增规上企业差1户、总体目标新增规上企业差1户。$/);
    expectOnlyOwnNumbers(briefing);
  });

  test("ranks the chains of one kind: 钢铁 at 50.0% before 食品 at 25.0%; what has no like has no place beside others", async () => {
    const { chains } = (await ask(june)).json<Briefing>();
    expect(
      chains.flatMap(({ targets }) =>
        targets.map(({ subject, name, assessment, rank, ranked }) => [
          subject.name.zh,
          name.zh,
          assessment.completion.text,
          rank,
          ranked,
        ]),
      ),
    ).toEqual([
      ["钢铁", "新增规上企业", "50.0%", 1, 2],
      ["钢铁", "产值", "—", null, 0],
      ["钢铁", "达产", "0.0%", 1, 1],
      ["食品", "新增规上企业", "25.0%", 2, 2],
    ]);
  });

  test("says whose report is not there, and never takes it for zero", async () => {
    const { owing, sections, reporting, behind } = (await ask("month=2022-09&horizon=2022-12")).json<Briefing>();
    expect(owing).toEqual([{ name: { zh: "商务局", en: "Commerce bureau" }, targets: 1 }]);
    expect(sections[1]?.paragraphs).toContain("2022年三季度数据未报的单位：商务局（涉及目标1项）。");
    expect(sections[2]?.paragraphs).toContain("请商务局尽快补报2022年三季度数据。");
    expect([reporting.reported, reporting.asked]).toEqual([2, 3]);
    expect(behind.every(({ assessment }) => assessment.light !== "unreported")).toBe(true);
  });

  test("quotes an edition by number and hash, and judges by the day of its closing", async () => {
    const briefing = (await ask(`${june}&edition=1`)).json<Briefing>();
    expect(briefing.edition).toMatchObject({ edition: 1, closedAt: "2022-10-11T02:00:00.000Z" });
    expect(briefing.today).toBe("2022-10-11");
    expect(briefing.remarks[2]).toBe(`数据版本：2022年6月第1版（${briefing.edition?.hash.slice(0, 12)}）`);
    const draft = (await ask(june)).json<Briefing>();
    expect(briefing.sections).toEqual(draft.sections);
  });

  test("refuses an edition that is not there, and a month, a horizon and a plan that are not", async () => {
    const refused = async (query: string) => {
      const answer = await ask(query);
      return [answer.statusCode, answer.json().code];
    };
    expect(await refused(`${june}&edition=2`)).toEqual([404, "unknown-edition"]);
    expect(await refused("month=2022-09&horizon=2022-12&edition=1")).toEqual([404, "unknown-edition"]);
    expect(await refused("month=2031-09&horizon=2022-12")).toEqual([422, "month-out-of-range"]);
    expect(await refused("month=2022-06&horizon=2031-12")).toEqual([404, "unknown-horizon"]);
  });
});

const readsOf = (store: Store, today: string) =>
  openReads({
    ...{ store, build: "test", kind: "demonstration", now: () => `${today}T04:00:00.000Z`, today: () => today },
    ...{ webRoot: null, isLogged: false },
  });

/** All that is answered of each edition of the plans, by plan, month, number and basis; and of the figures as they stand. */
async function answers(
  store: Store,
  today: string,
): Promise<{ editions: Map<string, string>; drafts: Map<string, string> }> {
  const [editions, drafts] = [new Map<string, string>(), new Map<string, string>()];
  for (const plan of plans) {
    const planId = await findPlanId(store, plan);
    const closings = (await findMonthMoves(store, planId ?? 0)).filter(({ move }) => move === "close");
    for (const { month, edition } of closings) {
      for (const basis of bases) {
        for (const [kept, asked] of [
          [editions, { edition: String(edition) }],
          [drafts, {}],
        ] as const) {
          const figures = await readBriefingFigures(readsOf(store, today), plan, {
            month,
            horizon: "2022-12",
            basis,
            ...asked,
          });
          if (!figures.ok) throw new Error(figures.reason.code);
          const { briefing, flatSource } = figures.value;
          expectOnlyOwnNumbers(briefing);
          kept.set([plan, month, edition, basis].join(" "), JSON.stringify([briefing, flatOf(flatSource)]));
        }
      }
    }
  }
  return { editions, drafts };
}

test("nothing that is done later moves one figure of an edition", async () => {
  let [editionsSeen, draftsMoved] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 50, maxLength: 60 }), async (steps) => {
      const { store, dispose } = await openTestLedger([planWithGrowth(), samplePlan("other-2022", "140501")]);
      try {
        const desk: Desk = { store, open: [], accepted: [], counts: new Map() };
        const half = Math.floor(steps.length / 2);
        const instant = (place: number) => new Date(Date.UTC(2023, 0, 5, 1, place)).toISOString();
        for (const [place, drawn] of steps.slice(0, half).entries()) await act(desk, drawn, instant(place));
        const before = await answers(store, "2023-01-05");
        for (const [place, drawn] of steps.slice(half).entries()) await act(desk, drawn, instant(half + place));
        const after = await answers(store, "2023-03-20");
        for (const [edition, answer] of before.editions) {
          expect(after.editions.get(edition)).toBe(answer);
          editionsSeen += 1;
          draftsMoved += after.drafts.get(edition) === before.drafts.get(edition) ? 0 : 1;
        }
      } finally {
        await dispose();
      }
    }),
    { numRuns: 12 },
  );
  expect(editionsSeen).toBeGreaterThan(0);
  expect(draftsMoved, "what was done later would have moved figures").toBeGreaterThan(0);
}, 120_000);
