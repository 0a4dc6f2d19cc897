// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { departmentsOf, industry } from "./department-samples.ts";
import { openPage, question } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The sample API: the lead view knows one lead unit. */
const answer = (asked: string) => {
  const isLead = asked.includes("attribution=lead");
  if (!asked.startsWith("/api/plans/gaoping-2022/departments?")) return undefined;
  return isLead ? departmentsOf({ attribution: "lead", departments: [industry] }) : departmentsOf();
};
const open = (more = "") => openPage(`/departments?${question}${more}`, answer);
const board = async () => within(await screen.findByRole("table", { name: /名次/ }));
const cellsOf = (row: HTMLElement | undefined) =>
  [...(row?.querySelectorAll("th, td") ?? [])].map((cell) => cell.textContent);

describe("责任单位", () => {
  it("ranks the units, and lists below them unranked who has not reported all", async () => {
    open();
    const rows = (await board()).getAllByRole("row").slice(1);
    expect(rows.map((row) => cellsOf(row).slice(0, 4))).toEqual([
      ["市文旅局", "1", "60.0%", "2/2"],
      ["市工信局", "2", "40.0%", "2/2"],
      ["市财政局", "未报齐", "90.0%1项计入", "1/2"],
    ]);
    expect(rows.map((row) => cellsOf(row)[5])).toEqual(["按时 3", "按时 3", "按时 1 · 逾期 1 · 缺报 1"]);
  });

  it("says each light by word and count beside its strip", async () => {
    open();
    const row = (await board()).getAllByRole("row")[2];
    expect(row && cellsOf(row)[4]).toBe("已完成 2滞后 1严重滞后 1");
  });

  it("says in its title how many have reported all and how many are behind", async () => {
    open();
    expect(await screen.findByRole("heading", { level: 1 })).toHaveProperty(
      "textContent",
      "3个单位承担2022年底目标，2个已报齐，1个有滞后或未完成的目标",
    );
  });

  it("says that none is behind, and before the first period that nothing is due", async () => {
    const clear = { ...industry, lights: { ...industry.lights, behind: 0, "far-behind": 0, missed: 0 } };
    const openWith = (unit: typeof industry) =>
      openPage(`/departments?${question}`, () => departmentsOf({ departments: [unit] }));
    openWith(clear);
    await screen.findByText("1个单位承担2022年底目标，1个已报齐，没有滞后或未完成的目标");
    cleanup();
    openWith({ ...clear, targets: 0, reported: 0 });
    await screen.findByText("1个单位承担2022年底目标，尚无到期应报的目标");
  });

  it("sorts as the address asks", async () => {
    open("&sort=record");
    const rows = (await board()).getAllByRole("row").slice(1);
    expect(rows.map((row) => cellsOf(row)[0])).toEqual(["市财政局", "市工信局", "市文旅局"]);
  });
});

describe("the three attributions", () => {
  it("begin with the full one, and say what it counts", async () => {
    const asked = open();
    expect(await screen.findByText("共同负责的事项，每个单位各计全额。")).toBeTruthy();
    expect(screen.getByRole("link", { name: "全额" }).getAttribute("aria-current")).toBeTruthy();
    expect(asked).toContain("/api/plans/gaoping-2022/departments?month=2022-09&horizon=2022-12");
    expect(screen.queryByText(/未明确牵头：/)).toBeNull();
  });

  it("switch on the address, ask the API again, and name what has no lead", async () => {
    const asked = open();
    fireEvent.click(await screen.findByRole("link", { name: "牵头" }));
    await waitFor(() => expect(window.location.search).toContain("attribution=lead"));
    expect(await screen.findByText("未明确牵头：潞绸文化")).toBeTruthy();
    expect(asked.some((url) => url.includes("attribution=lead"))).toBe(true);
    const rows = (await board()).getAllByRole("row").slice(1);
    expect(rows.map((row) => cellsOf(row)[0])).toEqual(["市工信局"]);
  });

  it("say so where no unit leads at all", async () => {
    openPage(`/departments?${question}&attribution=lead`, () =>
      departmentsOf({ attribution: "lead", departments: [] }),
    );
    expect(await screen.findByText("方案没有写明牵头单位，牵头口径下没有可列的单位。")).toBeTruthy();
  });
});

describe("the matrix of subjects and units", () => {
  const matrix = async () => within(await screen.findByRole("table", { name: /最差的亮灯/ }));

  it("shows the worst light of a cell by word and shape, who leads, and where a correction stands", async () => {
    open();
    const cells = (await matrix()).getAllByRole("cell");
    const words = cells.map((cell) => cell.textContent);
    expect(words).toEqual([
      "严重滞后，牵头，3项目标 · 新增规上企业 11户（更正，原为 12）",
      "已完成，责任，1项目标",
      "不承担",
      "—未亮灯，责任，1项目标",
    ]);
    expect(cells[0]?.querySelector(".light-shape.light-far-behind")).toBeTruthy();
    expect(cells[0]?.querySelector(".matrix-lead")).toBeTruthy();
    expect(cells[1]?.querySelector(".matrix-lead")).toBeNull();
    expect(cells[0]?.querySelector(".matrix-notch")).toBeTruthy();
    expect(cells[1]?.querySelector(".matrix-notch")).toBeNull();
  });

  it("leaves out units without a subject of the kind, and counts in its title what is behind", async () => {
    open();
    const rows = (await matrix()).getAllByRole("rowheader");
    expect(rows.map((head) => head.textContent)).toEqual(["市工信局", "市文旅局"]);
    expect(screen.getByRole("heading", { name: "2个事项、2个单位：1格有滞后" })).toBeTruthy();
  });

  it("leads from a head to the unit and to the chain", async () => {
    open();
    const table = await matrix();
    expect(table.getByRole("link", { name: "食品加工" }).getAttribute("href")).toContain("/chain?");
    expect(table.getByRole("link", { name: "食品加工" }).getAttribute("href")).toContain("subject=food");
    expect(table.getByRole("link", { name: "市工信局" }).getAttribute("href")).toContain("department=industry");
  });
});
