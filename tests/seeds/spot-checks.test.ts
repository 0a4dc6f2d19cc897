import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { plansFolder, readPlanDocuments } from "@beizeng/seeds/plan-document.ts";
import { writeDecimal } from "@beizeng/server/domain/decimal.ts";
import { describe, expect, test } from "vitest";

/** Read off the documents by hand: target, what is asked, hardness (a: 力争, c: otherwise), clause. */
const read: Record<string, [target: string, asked: string, hardness: "a" | "c", clause: string][]> = {
  "gaoping-2022": [
    ["headline.market-entities.growth.2022-12", "= 20", "c", "一"],
    ["headline.above-scale-enterprises.new.2022-12", "= 15", "c", "一"],
    ["headline.above-scale-enterprises.new.2025-12", "= 50", "c", "一"],
    ["headline.above-scale-enterprises.total.2025-12", "= 100", "c", "一"],
    ["headline.enterprises.net.2022-12", "= 100", "c", "一"],
    ["headline.enterprises.total.2025-12", "= 800", "c", "一"],
    ["equipment-manufacturing.above-scale-enterprises.new.2022-12", "= 2", "a", "二（一）"],
    ["new-energy-vehicle-parts.small-and-medium-enterprises.new.2022-12", "= 5", "c", "二（二）"],
    ["stainless-steel.above-scale-enterprises.new.2025-12", "= 4", "a", "二（四）"],
    ["green-building-materials.small-and-medium-enterprises.new.2025-12", "= 45", "a", "二（六）"],
    ["luchou-culture.above-scale-enterprises.new.2022-12", "= 2", "c", "二（九）"],
    ["traditional-crafts.small-and-medium-enterprises.new.2025-12", "= 90", "a", "二（十）"],
  ],
  "lvliang-2022": [
    ["headline.above-scale-enterprises.net.2022-12", ">= 120", "c", "二.1"],
    ["headline.above-scale-enterprises.total.2025-12", "> 1000", "c", "二.2"],
    ["headline.above-scale-value-added-growth.rate.2022-12", "> 6.8", "c", "二.1"],
    ["headline.industrial-enterprises.total.2025-12", "> 22000", "c", "二.2"],
    ["structure.coal-industry-share.level.2025-12", "< 60", "c", "二.2"],
    ["structure.advanced-manufacturing-share.level.2025-12", "> 28.5", "c", "二.2"],
    ["innovation.research-investment-share.level.2025-12", ">= 1.5", "c", "二.2"],
    ["zone-efficiency.zone-output-intensity.lvliang-xiaoyi-zone.level.2025-12", ">= 250", "c", "二.2"],
    ["coking.above-scale-enterprises.total.2025-12", "= 25", "c", "三（一）2"],
    ["steel.production-at-capacity.jianlong-wire-rod.done.2022-12", "= 1", "a", "三（一）3"],
    ["baijiu.baijiu-capacity.wenshui.level.2025-12", "= 20", "c", "三（二）6"],
    ["food-industry.above-scale-enterprises.new.2025-12", "= 80", "c", "三（二）8"],
    ["new-energy.hydrogen-vehicles.level.2025-12", "> 5000", "c", "三（三）9"],
    ["coking.chain-key-projects.cumulative.2023-12", "range 2–5", "c", "四（六）"],
    ["administrative-approval.project-approval-days-longest.rate.standing", "<= 90", "c", "五（三）"],
    ["industrial-land.industrial-share-of-construction-land.rate.standing", ">= 35", "c", "五（四）"],
  ],
  "sanmenxia-2022": [
    ["enterprise-assistance.issue-resolution-rate.rate.standing", ">= 96", "c", "一（一）"],
    ["enterprise-assistance.matchmaking-events.cumulative.2022-12", ">= 200", "c", "一（一）"],
    ["enterprise-assistance.matched-financing.cumulative.2022-12", ">= 50", "a", "一（一）"],
    ["enterprise-upgrading.above-scale-enterprises.new.2022-12", "= 50", "a", "一（二）"],
    ["enterprise-upgrading.high-tech-enterprises.new.2022-12", ">= 30", "a", "一（二）"],
    ["technical-transformation.technical-transformation-growth.rate.2022-12", ">= 21", "c", "二（六）"],
    ["technical-transformation.smart-workshops-and-factories.cumulative.2024-12", ">= 4", "c", "二（六）"],
    ["new-infrastructure.five-g-base-stations.cumulative.2022-12", ">= 700", "c", "二（七）"],
    ["new-infrastructure.sector-internet-platforms.new.2022-12", "range 1–2", "c", "二（七）"],
    ["investment-attraction.billion-yuan-manufacturing-projects.cumulative.2022-12", "range 1–3", "a", "二（八）"],
    ["project-resources.unsupplied-land-disposed.cumulative.2022-12", "= 0.8959", "c", "二（九）"],
    ["project-resources.idle-land-disposed.cumulative.2022-12", "= 0.2009", "c", "二（九）"],
    ["innovation-integration.municipal-industry-institutes.new.2022-12", "range 3–5", "a", "三（十一）"],
    ["new-growth.biomedicine-revenue.level.2025-12", "> 100", "a", "三（十二）"],
    ["development-zone-reform.zone-restructuring.done.2022-06", "= 1", "c", "三（十三）"],
    ["development-zone-reform.industrial-land-share.level.standing", ">= 60", "c", "三（十三）"],
  ],
  "jincheng-2023": [
    ["overall.municipal-specialised-towns.total.2025-12", "= 20", "c", "前言"],
    ["overall.provincial-specialised-towns.total.2025-12", ">= 4", "a", "前言"],
    ["industry-tiers.industry-output.tier-200.level.2025-12", ">= 200", "c", "一（一）"],
    ["industry-tiers.industry-output.tier-100.level.2025-12", ">= 100", "c", "一（一）"],
    ["industry-tiers.industry-output.tier-50.level.2025-12", ">= 50", "c", "一（一）"],
    ["industry-tiers.industry-output.tier-10.level.2025-12", ">= 10", "c", "一（一）"],
    ["development-resources.land-price-floor-share.rate.standing", ">= 70", "c", "五（十三）"],
    ["government-services.business-start-time.rate.standing", "<= 0.5", "c", "六（十六）"],
    ["government-services.business-start-cost.rate.standing", "<= 0", "c", "六（十六）"],
  ],
  "wenshang-2022": [
    ["headline.wenshang-manufacturing-share.level.2026-12", "= 37", "c", "一（二）"],
    ["high-end-equipment.wenshang-ten-billion-segments.level.2026-12", "= 2", "c", "一（二）"],
    ["high-end-equipment.industry-output.construction-machinery-parts.level.2026-12", ">= 100", "c", "二（一）1"],
    ["high-end-equipment.wenshang-provincial-cluster.done.2026-12", "= 1", "a", "二（一）1"],
    ["high-end-equipment.industry-output.automotive-parts.level.2026-12", ">= 100", "c", "二（一）1"],
    ["green-chemicals.industry-output.level.2026-12", ">= 200", "c", "一（二）"],
    ["textiles-clothing.industry-output.level.2026-12", ">= 100", "c", "一（二）"],
    ["industrial-internet.wenshang-cloud-enterprises.cumulative.2023-12", "= 20", "c", "二（三）8"],
    ["digital-transformation.wenshang-diagnosed-enterprises.cumulative.2024-12", "= 30", "c", "二（三）9"],
    ["digital-transformation.wenshang-digital-upgrade-projects.cumulative.2025-12", ">= 10", "c", "二（三）9"],
  ],
};

const plans = new Map(readPlanDocuments(plansFolder).map((document) => [document.id, expandPlan(document)]));

for (const [id, rows] of Object.entries(read)) {
  describe(id, () => {
    test.each(rows)("%s %s", (key, asked, hardness, clause) => {
      const target = plans.get(id)?.targets.find((candidate) => candidate.key === key);
      const upper = target?.stretch ? `–${writeDecimal(target.stretch)}` : "";
      const found = target && `${target.comparator} ${writeDecimal(target.value)}${upper}`;
      expect([found, target?.hardness, target?.clause]).toEqual([
        asked,
        hardness === "a" ? "aspirational" : "committed",
        clause,
      ]);
    });
  });
}

describe("who, where and since when", () => {
  const subject = (plan: string, id: string) => plans.get(plan)?.subjects.find((candidate) => candidate.id === id);
  const namesOf = (plan: string, id: string) =>
    subject(plan, id)?.assignments.map(
      ({ department }) => plans.get(plan)?.departments.find((candidate) => candidate.id === department)?.name.zh,
    );
  const originOf = (plan: string, key: string) => plans.get(plan)?.targets.find((target) => target.key === key)?.origin;

  test("units stand in the order of the document, aliases joined", () => {
    expect(namesOf("gaoping-2022", "biomedicine")).toEqual([
      "开发区管委会",
      "市卫体局",
      "市工信局",
      "市中小企业发展促进中心",
    ]);
    expect(namesOf("sanmenxia-2022", "technical-transformation")).toEqual([
      "市工业信息化局",
      "市财政局",
      "市发展改革委",
      "各县（市、区）人民政府",
      "城乡一体化示范区管委会",
      "经开区管委会",
    ]);
    expect(namesOf("jincheng-2023", "public-service-platforms")?.slice(5, 8)).toEqual([
      "市市场监管局",
      "市中小企业发展促进中心",
      "市金融办",
    ]);
  });

  test("a named lead unit leads and reports", () => {
    const stone = subject("wenshang-2022", "stone");
    expect(stone?.assignments.map(({ role }) => role)).toEqual(["lead", "responsible", "responsible", "responsible"]);
    expect(stone?.reporting).toBe("wenshang-stone-industry-centre");
  });

  test("a group has its members by GB/T 2260", () => {
    const codesOf = (plan: string, id: string) => {
      const departments = plans.get(plan)?.departments;
      const members = departments?.find((department) => department.id === id)?.members ?? [];
      return members.map((member) => departments?.find((unit) => unit.id === member.department)?.jurisdiction);
    };
    expect(codesOf("sanmenxia-2022", "sanmenxia-county-governments")).toEqual([
      "411202",
      "411203",
      "411221",
      "411224",
      "411281",
      "411282",
    ]);
    expect(codesOf("jincheng-2023", "jincheng-county-governments")).toEqual([
      "140502",
      "140521",
      "140522",
      "140524",
      "140525",
      "140581",
    ]);
  });

  test("a chain has its park, lead enterprise and directions", () => {
    const chain = subject("gaoping-2022", "equipment-manufacturing");
    expect([chain?.park?.zh, chain?.leadEnterprise?.zh]).toEqual(["装备制造产业园", "康硕智能制造"]);
    expect(chain?.directions.map(({ zh }) => zh)).toEqual(["轻合金智能铸造", "机器人", "环保装备"]);
  });

  test("another base than the usual is kept", () => {
    expect(originOf("lvliang-2022", "quality.value-added-energy-intensity-reduction.level.2025-12")).toBe("2020-12");
    expect(originOf("lvliang-2022", "headline.above-scale-enterprises.total.2025-12")).toBe("2021-12");
    expect(originOf("jincheng-2023", "overall.municipal-specialised-towns.total.2025-12")).toBe("2022-12");
  });

  test("the opening that 吕梁 implies is 588 firms", () => {
    const measure = plans.get("lvliang-2022")?.measures.find(({ key }) => key === "headline.above-scale-enterprises");
    expect(measure?.opening).toMatchObject({ month: "2021-12", value: { digits: 588, decimals: 0 } });
    expect(measure?.opening?.implied).not.toBeNull();
  });

  test("amounts of incentives are data", () => {
    const amountsOf = (plan: string, id: string) =>
      plans.get(plan)?.incentives.find((incentive) => incentive.id === id)?.amounts;
    expect(
      amountsOf("jincheng-2023", "revenue-thresholds")?.map(({ threshold, value }) => [threshold?.value, value]),
    ).toEqual([
      [5, 10],
      [10, 20],
      [20, 30],
      [50, 50],
    ]);
    expect(amountsOf("sanmenxia-2022", "listing-reward")?.map(({ value }) => value)).toEqual([500, 80, 20]);
  });
});
