import { findAuditChain, findObservations, findPlans, findSubmissions, type RecordedSubmission } from "@beizeng/db";
import { lights, submissionStates } from "@beizeng/db/vocabulary";
import { createDemonstration } from "@beizeng/seeds/demo/create-demonstration.ts";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { plansFolder, readPlanDocuments } from "@beizeng/seeds/plan-document.ts";
import type { Assessment } from "@beizeng/server/domain/model.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import { monthView } from "@beizeng/server/plans/view.ts";
import { settled } from "@beizeng/server/problems.ts";
import { readBriefing } from "@beizeng/server/reads/briefing.ts";
import { readBriefings } from "@beizeng/server/reads/briefings.ts";
import { readErrata } from "@beizeng/server/reads/errata.ts";
import { openReads, type Reads } from "@beizeng/server/reads/reads.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../helpers/store.ts";

const plans = readPlanDocuments(plansFolder).map(expandPlan);
const today = "2025-10-12";
/** Some 2,750 durable writes: seconds on a quiet machine, minutes on a busy one. */
const creationTimeout = 300_000;
let demonstration: TestStore;
let reads: Reads;

beforeAll(async () => {
  demonstration = await openTestStore();
  await createDemonstration(demonstration.store, plans);
  const { store } = demonstration;
  reads = openReads({
    store,
    build: "test",
    kind: "demonstration",
    now: demonstration.clock.now,
    today: () => today,
    webRoot: null,
    isLogged: false,
  });
}, creationTimeout);
afterAll(() => demonstration.dispose());

/** The judgements of a plan at a month, by target, as known by the end of a day. */
async function judged(plan: string, month: Month, asKnownOn: string | null = null): Promise<Map<string, Assessment>> {
  const known = await reads.view(plan, { basis: "department", asKnownOn });
  if (known === null) throw new Error(`no plan ${plan}`);
  const atMonth = monthView(known.view, month);
  return new Map(known.view.outline.targets.map((entry) => [entry.target.key, atMonth.assessment(entry)]));
}

async function submissionsOf(plan: string): Promise<RecordedSubmission[]> {
  const found = (await findPlans(demonstration.store)).find(({ key }) => key === plan);
  return findSubmissions(demonstration.store, { planId: found?.id ?? 0, from: "2021-01", until: "2026-12" });
}

const count = async (sql: string) => Number((await demonstration.runRaw(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);

describe("the demonstration", () => {
  test("is marked as such and stands on its own day", async () => {
    expect(await demonstration.runRaw("SELECT kind, today FROM workspaces")).toEqual([
      { kind: "demonstration", today },
    ]);
    expect(await count("observations")).toBeGreaterThan(5000);
    expect(await count("observations WHERE reported_by NOT LIKE '演示·%'")).toBe(0);
    expect(await count("observations WHERE note <> '演示数据' OR note IS NULL")).toBe(0);
    expect(await count("submission_moves WHERE reason NOT LIKE '演示：%'")).toBe(0);
  });

  test("took the real path: every figure was handed in, and accepted with an audit row by somebody else", async () => {
    const accepted = `submission_moves AS accept ON accept.submission_id = observations.submission_id
      AND accept.move = 'accept' AND accept.revision = observations.revision`;
    const audited = "audit_rows AS audit ON audit.revision = observations.revision AND audit.actor = accept.actor";
    const handedIn = `submission_lines AS line ON line.submission_id = observations.submission_id
      AND line.measure_id = observations.measure_id`;
    expect(
      await count(`(SELECT DISTINCT observations.measure_id, observations.basis, observations.month, observations.number FROM observations JOIN ${accepted} JOIN ${audited} JOIN ${handedIn}
        WHERE accept.actor_role = 'office')`),
    ).toBe(await count("observations"));
    expect((await findAuditChain(demonstration.store)).isWhole).toBe(true);
  });

  test("has an account for everybody who acts in it, and for one of each post that acts on no figure", async () => {
    const actors =
      "SELECT actor, actor_role AS role FROM submission_moves UNION SELECT actor, actor_role FROM month_moves UNION SELECT actor, 'office' FROM target_revisions";
    expect(await count(`(${actors}) WHERE actor <> 'system'`)).toBeGreaterThan(20);
    const strangers = `(${actors}) AS acted LEFT JOIN accounts ON accounts.key = acted.actor AND accounts.role = acted.role`;
    expect(await count(`${strangers} WHERE acted.actor <> 'system' AND accounts.id IS NULL`)).toBe(0);
    expect(await count("accounts WHERE name NOT LIKE '演示·%' OR password_hash IS NOT NULL")).toBe(0);
    for (const role of ["leader", "auditor", "admin", "security"]) {
      expect([role, await count(`accounts WHERE role = '${role}'`)]).toEqual([role, 1]);
    }
    expect(
      await count("accounts WHERE role = 'reporter' AND id NOT IN (SELECT account_id FROM account_departments)"),
    ).toBe(0);
  });

  test("has closed its periods up to 2025-06, and a second person reopened those that were corrected after", async () => {
    // 高平 14 quarters, 吕梁 42 months, 三门峡 13 quarters, 汶上 10, 晋城 6.
    expect(await count("month_moves WHERE move = 'close' AND edition = 1")).toBe(14 + 42 + 13 + 10 + 6);
    expect((await demonstration.runRaw("SELECT max(month) AS last FROM month_moves"))[0]?.last).toBe("2025-06");
    // 高平 two quarters, 吕梁 two months, 三门峡 and 汶上 a quarter each; each closed again.
    expect(await count("month_moves WHERE move = 'close' AND edition = 2")).toBe(6);
    const own = `month_moves AS granted JOIN month_moves AS asked ON asked.id = (SELECT max(id) FROM month_moves
      WHERE move = 'ask-reopening' AND plan_id = granted.plan_id AND month = granted.month AND id < granted.id)`;
    expect(await count(`(SELECT granted.id FROM ${own} WHERE granted.move = 'reopen')`)).toBe(6);
    expect(
      await count(`(SELECT granted.id FROM ${own} WHERE granted.move = 'reopen' AND granted.actor = asked.actor)`),
    ).toBe(0);
    expect(await count("month_moves WHERE reason NOT LIKE '演示：%'")).toBe(0);
  });

  test("has issued two briefings of 高平 with their files, the first of which says otherwise since it was corrected", async () => {
    const { briefings } = settled(await readBriefings(reads, "gaoping-2022"));
    expect(briefings.map(({ year, number, month, edition }) => [year, number, month, edition])).toEqual([
      [2025, 1, "2025-06", 1],
      [2023, 1, "2022-12", 1],
    ]);
    expect(briefings.map(({ issuedBy }) => issuedBy)).toEqual(Array(2).fill("演示·高平市·市工信局审核员"));
    const wrong = async (name: string) => settled(await readErrata(reads, "gaoping-2022", name)).errata;
    expect(await wrong("2025-1")).toEqual([]);
    const castings = (await wrong("2023-1")).filter(({ subject }) => subject.zh === "绿色铸造产业");
    expect(castings.map(({ figure, former, now }) => [figure, former.zh, now.zh])).toContainEqual([
      "achieved",
      "2",
      "1",
    ]);
  });

  test("an edition quotes the figure of its closing, and lists the correction with old and new value", async () => {
    const { readEdition } = await import("@beizeng/server/reads/edition.ts");
    const read = async (edition: string) => {
      const found = await readEdition(reads, { plan: "gaoping-2022", month: "2022-12", edition }, "department");
      if (!found.ok) throw new Error(found.reason.code);
      return found.value;
    };
    const [first, second] = [await read("1"), await read("2")];
    expect([first.isWhole, second.isWhole, second.corrections]).toEqual([true, true, []]);
    const target = "green-casting.above-scale-enterprises.new.2022-12";
    const lights = [first, second].map(({ assessments }) => assessments.find((each) => each.target === target)?.light);
    expect(lights).toEqual(["met", "missed"]);
    const [correction, ...others] = first.corrections;
    expect(others).toEqual([]);
    expect(correction).toMatchObject({ measure: "green-casting.above-scale-enterprises", month: "2022-12" });
    // The firm that was counted twice.
    expect(Number(correction?.former.value) - Number(correction?.now.value)).toBe(1);
  });

  test("has granted one unit a later due day for a reason: on the last day it is waited for, where others are late", async () => {
    expect(await count("extensions")).toBe(1);
    expect(await count("extensions WHERE reason NOT LIKE '演示：%'")).toBe(0);
    const { readReporting } = await import("@beizeng/server/reads/reporting.ts");
    const reporting = await readReporting(reads, "lvliang-2022", { month: "2025-09" });
    if (!reporting.ok) throw new Error(reporting.reason.code);
    const place = reporting.value.periods.indexOf("2025-09");
    const cellOf = (key: string) => reporting.value.units.find(({ department }) => department === key)?.cells[place];
    expect(cellOf("lvliang-linxian-government")).toMatchObject({
      ...{ dueOn: "2025-10-20", punctuality: "not-yet-due", state: "open" },
      extension: "演示：统计人员轮换，正在交接，企业名单待核。",
    });
    expect(cellOf("lvliang-energy-bureau")).toMatchObject({
      dueOn: "2025-10-10",
      punctuality: "missing",
      extension: null,
    });
  });

  test("has three notes of the leader, marked as invented: open, answered, settled", async () => {
    expect(await demonstration.runRaw("SELECT month, actor FROM notes ORDER BY id")).toEqual([
      { month: "2025-06", actor: "演示·领导" },
      { month: "2025-06", actor: "演示·领导" },
      { month: "2025-09", actor: "演示·领导" },
    ]);
    expect(await demonstration.runRaw("SELECT note_id AS note, step FROM note_steps ORDER BY id")).toEqual([
      { note: 2, step: "answer" },
      { note: 1, step: "answer" },
      { note: 2, step: "settle" },
    ]);
    expect(await count("notes WHERE text NOT LIKE '演示：%'")).toBe(0);
    expect(await count("note_steps WHERE text NOT LIKE '演示：%'")).toBe(0);
  });

  test("never goes back in time", async () => {
    const falls = `(SELECT at, lag(at) OVER (ORDER BY revision) AS before FROM ledger_revisions) WHERE at < before`;
    expect(await count(falls)).toBe(0);
    expect((await demonstration.runRaw("SELECT max(at) AS last FROM ledger_revisions"))[0]?.last).toSatisfy(
      (last) => String(last) < "2025-10-12T16:00:00.000Z",
    );
  });

  test("shows every light", async () => {
    const seen = new Set<string | null>();
    for (const { id } of plans) {
      for (const month of ["2022-06", "2022-09", "2022-12", "2023-12", "2025-09"] as const) {
        for (const { light } of (await judged(id, month)).values()) seen.add(light);
      }
    }
    expect([...seen].filter((light) => light !== null).sort()).toEqual([...lights].sort());
  });

  test("shows every state that a report can be in, and every way to be in time or not", async () => {
    const states = new Set<string>();
    const cells = new Set<string>();
    const { readReporting } = await import("@beizeng/server/reads/reporting.ts");
    for (const { id } of plans) {
      for (const { moves } of await submissionsOf(id)) states.add(moves.at(-1)?.toState ?? "open");
      const reporting = await readReporting(reads, id, { month: "2025-09" });
      if (!reporting.ok) throw new Error(reporting.reason.code);
      for (const unit of reporting.value.units) {
        for (const cell of unit.cells) cells.add(cell.punctuality).add(cell.state);
      }
    }
    // Nobody saves a draft here: the demonstration submits.
    expect([...states].sort()).toEqual(["accepted", "returned", "submitted"]);
    expect(submissionStates.filter((state) => cells.has(state))).toEqual(["open", "submitted", "returned", "accepted"]);
    expect([...cells]).toEqual(expect.arrayContaining(["on-time", "late", "missing"]));
  });

  test("a firm counted twice: met as known in January, missed as known in June", async () => {
    const target = "green-casting.above-scale-enterprises.new.2022-12";
    const known = async (asKnownOn: string) => {
      const { light, cause, isCorrected } = (await judged("gaoping-2022", "2022-12", asKnownOn)).get(target) ?? {};
      return { light, cause, isCorrected };
    };
    expect(await known("2023-01-31")).toEqual({ light: "met", cause: "met-at-deadline", isCorrected: false });
    expect(await known("2023-06-01")).toEqual({ light: "missed", cause: "missed-at-deadline", isCorrected: true });
    expect((await judged("gaoping-2022", "2023-12")).get(target)?.cause).toBe("met-late");
    expect(await count("observations WHERE number > 1")).toBe(7);
    const report = (await submissionsOf("gaoping-2022")).filter(({ kind }) => kind === "correction");
    expect(report.map(({ period }) => period)).toEqual(["2022-12", "2023-03"]);
  });

  test("a target is set anew, and the past is judged by what was in force", async () => {
    const target = "food-industry.above-scale-enterprises.new.2025-12";
    const valueAt = async (month: Month) => (await judged("lvliang-2022", month)).get(target)?.targetValue.digits;
    expect(await valueAt("2023-12")).toBe(80);
    expect(await valueAt("2024-01")).toBe(60);
  });

  test("高平's headline adds up its chains, and its total is the stock that was reported", async () => {
    const judgements = await judged("gaoping-2022", "2022-12");
    const headline = judgements.get("headline.above-scale-enterprises.new.2022-12");
    const parts = [...judgements.values()].filter(({ target }) =>
      /^(?!headline).*above-scale.*new\.2022-12$/.test(target),
    );
    const sum = parts.reduce((total, { achieved }) => total + (achieved?.numerator ?? 0n), 0n);
    expect(headline?.rollUp).toMatchObject({ parts: 8, partsReported: 8 });
    expect(headline?.achieved?.numerator).toBe(sum);
    expect(judgements.get("headline.above-scale-enterprises.total.2025-12")?.rollUp).toBeNull();
  });

  test("growths are counted from bases that were reported early in 2022, all but one", async () => {
    expect(await count("observations WHERE month < '2022-01'")).toBe(7);
    expect(
      await count("submissions WHERE period = '2021-12' AND created_at BETWEEN '2022-02-14' AND '2022-03-01'"),
    ).toBe(2);
    expect(await count("submissions WHERE period < '2022-01'")).toBe(2);
    const growths = async (plan: string, month: Month) =>
      [...(await judged(plan, month))].flatMap(([key, { cause, light }]) => {
        return key.includes("growth.20") ? [[key.replace(/^.*?\./, ""), light ?? cause]] : [];
      });
    expect(Object.fromEntries(await growths("gaoping-2022", "2022-12"))).toEqual({
      "market-entities.growth.2022-12": "met",
    });
    expect(Object.fromEntries(await growths("lvliang-2022", "2025-09"))).toEqual({
      "industrial-market-entities.growth.2022-12": "met",
      "industrial-market-entities.growth.2025-12": "on-schedule",
      "above-scale-value-added.annual-growth.2025-12": "not-due",
      "industrial-fixed-asset-investment.annual-growth.2025-12": "not-due",
      "technical-renovation-investment.annual-growth.2025-12": "not-due",
      "research-funds-set-aside.growth.2025-12": "on-schedule",
      "research-funds-spent.growth.2025-12": "far-behind",
      "civil-military-output.annual-growth.2025-12": "not-formed",
    });
  });

  test("the statistics bureau has figures of its own beside the departments'", async () => {
    // The headline and nine chains of 高平, the headline and six chains of 吕梁.
    for (const [key, measures] of [
      ["gaoping-2022", 10],
      ["lvliang-2022", 7],
    ] as const) {
      const plan = (await findPlans(demonstration.store)).find((one) => one.key === key);
      const values = await findObservations(demonstration.store, { planId: plan?.id ?? 0, basis: "statistics" });
      expect([key, values.size]).toEqual([key, measures]);
      const { readDifferences } = await import("@beizeng/server/reads/differences.ts");
      const found = await readDifferences(reads, key, { month: "2024-12" });
      if (!found.ok) throw new Error(found.reason.code);
      const { compared, differences } = found.value;
      expect(compared).toBe(measures);
      // The headline and one chain of each.
      expect(differences.length).toBe(2);
      for (const { confirmed } of differences) expect(confirmed.reason).toMatch(/^演示：/);
    }
  });
});

describe("the invention", () => {
  test("is the same each time, row by row", async () => {
    const smallest = plans.filter(({ id }) => id === "wenshang-2022");
    const chains = [];
    for (let time = 0; time < 2; time += 1) {
      const again = await openTestStore();
      await createDemonstration(again.store, smallest);
      chains.push([
        await findAuditChain(again.store),
        await again.runRaw("SELECT * FROM observations ORDER BY revision, measure_id"),
      ]);
      await again.dispose();
    }
    expect(chains[1]).toEqual(chains[0]);
  });
});

describe("briefings of the demonstration, worked out from its reports by hand", () => {
  async function overall(plan: string, query: { month: string; horizon: string; edition?: string }) {
    const briefing = await readBriefing(reads, plan, query);
    if (!briefing.ok) throw new Error(briefing.reason.code);
    return briefing.value.sections[0]?.paragraphs;
  }

  test("高平 2022-12 as it was first closed: 31,914 of 26,480 market entities, 13 of 15 new firms in 8 chains, 501 of 400 enterprises", async () => {
    expect(await overall("gaoping-2022", { month: "2022-12", horizon: "2022-12", edition: "1" })).toEqual([
      "截至2022年底，《制造业培育方案》2022年底目标共21项，其中：已完成14项，占66.7%；未完成7项，占33.3%。按各链最需关注的目标计，10条产业链中，已完成5条，占50.0%；未完成5条，占50.0%。",
      "截至2022年底，全市市场主体较2021年底增长20.5%，完成年度目标的102.6%，如期超额完成。各分项合计新增规上企业13户，完成年度目标的86.7%，到期未完成，尚差2户。净增企业101户，完成年度目标的101.0%，如期超额完成。",
    ]);
  });

  test("and as it was closed again after 绿色铸造 corrected 2 to 1", async () => {
    const [counts, headline] =
      (await overall("gaoping-2022", { month: "2022-12", horizon: "2022-12", edition: "2" })) ?? [];
    expect(counts).toMatch(/已完成13项，占61\.9%；未完成8项，占38\.1%/);
    expect(headline).toMatch(/新增规上企业12户，完成年度目标的80\.0%，到期未完成，尚差3户。/);
  });

  test("吕梁 2025-09: 945 firms from 588 towards 1,000, where the batches ask for 951.05", async () => {
    const paragraphs = await overall("lvliang-2022", { month: "2025-09", horizon: "2025-12" });
    expect(paragraphs?.[1]).toMatch(
      /^截至9月底，全市工业产业市场主体较2021年底增长94\.5%，完成“十四五”末目标的94\.5%，快于序时进度。规上企业总数为945户，完成“十四五”末目标的86\.7%（按增量计），低于序时进度6\.1户，进度滞后。其余目标尚未到期：工业企业总数为20,194户/,
    );
  });
});
