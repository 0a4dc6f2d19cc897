// @vitest-environment happy-dom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Plan, Reporting } from "../../web/src/api/types.ts";
import { departmentsOf, historiesOf, historyOf } from "./department-samples.ts";
import { openPage, plan, question, quotation } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const unit = (key: string, name: string): Plan["departments"][number] => ({
  key,
  name: { zh: name, en: key },
  kind: "bureau",
  aliases: key === "industry" ? ["市工业和信息化局"] : [],
  members: [],
  subjects: 2,
  targets: 4,
});
const wholePlan: Plan = {
  plan,
  isDemonstration: true,
  subjects: [],
  measures: [],
  targets: [],
  departments: [unit("industry", "市工信局"), unit("security", "市公安局")],
  reconciliations: [],
  incentives: 0,
};
const cell = (period: string, parts: Partial<Reporting["units"][number]["cells"][number]> = {}) => ({
  period,
  punctuality: "on-time" as const,
  state: "accepted" as const,
  dueOn: "2022-07-10",
  extension: null,
  submittedOn: "2022-07-08",
  acceptedOn: "2022-07-09",
  timesReturned: 0,
  ...parts,
});
const reporting: Reporting = {
  plan,
  quotation,
  periods: ["2022-06", "2022-09"],
  units: [
    {
      department: "industry",
      name: { zh: "市工信局", en: "industry" },
      measures: 3,
      cells: [
        cell("2022-06", { timesReturned: 2 }),
        cell("2022-09", { punctuality: "missing", state: "returned", acceptedOn: null }),
      ],
    },
  ],
  reported: 0,
  total: 1,
};
const answer = (asked: string) => {
  if (asked === "/api/plans/gaoping-2022") return wholePlan;
  if (asked.includes("/department-histories?")) return historiesOf(historyOf("industry", "市工信局"));
  return asked.includes("/reporting?") ? reporting : departmentsOf();
};

describe("one unit", () => {
  it("says its composite, what is reported and its rank, with the names it goes by", async () => {
    openPage(`/department?${question}&department=industry`, answer);
    expect(await screen.findByRole("heading", { level: 1 })).toHaveProperty(
      "textContent",
      "市工信局：综合完成率40.0%，2项到期目标，已报2项，第2名",
    );
    expect(screen.getByText("市工业和信息化局")).toBeTruthy();
  });

  it("sums per indicator, and lists its targets by subject with the role and the sentence of each light", async () => {
    openPage(`/department?${question}&department=industry`, answer);
    const sums = within(await screen.findByRole("table", { name: /分指标合计/ }));
    expect(sums.getAllByRole("row")[1]?.textContent).toBe("新增规上企业户5862.5%2/2");
    const targets = within(screen.getByRole("table", { name: /的目标：/ }));
    const row = targets.getAllByRole("row")[1];
    expect(row?.querySelector("th")?.textContent).toContain("食品加工");
    expect(row?.querySelector("th")?.textContent).toContain("牵头");
    expect(row?.querySelector("td:last-child")?.textContent).toBe("到2022-09应达11.25户，实际11户。");
  });

  it("shows the record of each period in words", async () => {
    openPage(`/department?${question}&department=industry`, answer);
    const record = within(await screen.findByRole("table", { name: /各期填报记录/ }));
    expect(record.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["年份", "6月", "9月"]);
    const [june, september] = record.getAllByRole("cell");
    expect(june?.textContent).toBe(
      "2022年6月：按时，已审核 · 截止 2022-07-10 · 提交 2022-07-08 · 审核 2022-07-09 · 退回 2 次",
    );
    expect(september?.textContent).toContain("2022年9月：缺报，已退回");
  });

  it("says what it answers for alone and with whom, and how it stands in the three attributions", async () => {
    const asked = openPage(`/department?${question}&department=industry&attribution=shared`, answer);
    const subjects = within(await screen.findByRole("table", { name: /负责的事项/ }));
    const rows = subjects
      .getAllByRole("row")
      .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent));
    expect(rows.slice(1)).toEqual([
      ["潞绸文化", "责任推定", "单独负责", "0", "—"],
      ["食品加工", "责任填报", "市商务局未明确牵头", "1", "滞后"],
    ]);
    const standings = within(screen.getByRole("table", { name: /三种统计口径/ }));
    expect(standings.getAllByRole("rowheader").map((head) => head.textContent?.slice(0, 2))).toEqual([
      "全额",
      "均摊",
      "牵头",
    ]);
    expect(asked).toContain(
      "/api/plans/gaoping-2022/department-histories?month=2022-09&horizon=2022-12&attribution=shared&department=industry",
    );
    const way = screen.getByRole("link", { name: "与其他单位对比" });
    expect(new URL((way as HTMLAnchorElement).href).searchParams.get("units")).toBe("industry");
  });

  it("says so where a unit has no target and reports nothing", async () => {
    openPage(`/department?${question}&department=security`, answer);
    expect(await screen.findByText("市公安局在本目标期没有目标。请改选目标期。")).toBeTruthy();
    expect(await screen.findByText("本单位不是填报单位，没有填报记录。")).toBeTruthy();
  });

  it("says so where the plan has no such unit", async () => {
    openPage(`/department?${question}&department=nobody`, answer);
    expect(await screen.findByText("这个方案没有这个单位。请在上方改选。")).toBeTruthy();
  });
});

describe("填报情况", () => {
  it("sets every unit against every period, and says how the latest stands", async () => {
    openPage(`/reporting?${question}`, answer);
    expect(await screen.findByRole("heading", { level: 1, name: "2022年9月期：1个填报单位，0个已报" })).toBeTruthy();
    const table = within(screen.getByRole("table"));
    const row = table.getAllByRole("row")[2];
    const words = [...(row?.querySelectorAll("th, td") ?? [])].map((each) => each.textContent);
    expect(words.slice(0, 2)).toEqual(["市工信局", "3"]);
    expect(words[2]).toContain("按时，已审核");
    expect(words[2]).toContain("退回 2 次");
    expect(words[4]).toBe("缺报 已退回");
  });

  it("says when the first period is where none is due", async () => {
    const empty = { ...reporting, periods: [], units: [], quotation: { ...quotation, latestPeriod: null } };
    openPage(`/reporting?${question}`, () => empty);
    expect(await screen.findByText("第一个报告期是2022年1月；到期后这里逐期列出各单位的填报情况。")).toBeTruthy();
  });
});
