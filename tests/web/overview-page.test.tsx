// @vitest-environment happy-dom
import { onlineManager, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeQueryClient } from "../../web/src/api/query-client.ts";
import type { Progress } from "../../web/src/api/types.ts";
import { makeRouter } from "../../web/src/routes/router.ts";
import { planSummaryOf } from "./plan-samples.ts";
import { assessmentOf, subjectOf } from "./samples.ts";

const plan = planSummaryOf(["2022-12", "2025-12"]);
const silent = assessmentOf({
  target: "silk.firms.new.2022-12",
  light: "unreported",
  achieved: { value: null, text: "—" },
  achievedText: { zh: "未报", en: "not reported" },
  completion: { value: null, text: "—" },
});
const late = assessmentOf({
  target: "food.firms.new.2022-12",
  light: "far-behind",
  achieved: { value: 0, text: "0" },
  achievedText: { zh: "0", en: "0" },
  completion: { value: 0, text: "0.0%" },
  gap: { value: 1.5, text: "1.5" },
  remaining: { value: 2, text: "2" },
});
const progress: Progress = {
  plan,
  quotation: {
    month: "2022-09",
    basis: "department",
    asKnownOn: null,
    revision: 7,
    latestPeriod: "2022-09",
    isDemonstration: true,
  },
  horizon: "2022-12",
  headline: [
    {
      subject: { ...subjectOf("headline", "总体目标"), kind: "headline" },
      units: [],
      assessments: [assessmentOf({})],
    },
  ],
  chains: [
    { subject: subjectOf("silk", "潞绸文化"), units: [], assessments: [silent] },
    { subject: subjectOf("food", "食品加工"), units: [], assessments: [late] },
  ],
  tasks: [],
  lights: { met: 0, "on-schedule": 1, behind: 0, "far-behind": 1, missed: 0, unreported: 1, "not-due": 0, none: 0 },
  behind: [late.target],
  unreported: [{ target: silent.target, reportingUnit: { zh: "市文旅局", en: "Culture" }, lastMonth: "2022-06" }],
  reconciliations: [],
  summary: { zh: "食品加工差1.5户", en: "Food is 1.5 firms short" },
};

// The pages load their parts lazily, and a busy machine takes its time to compile them.
configure({ asyncUtilTimeout: 15_000 });

type Answers = Record<string, { status?: number; body: unknown }>;

/** Nobody is signed in, and may look around. */
const visitor: Answers[string] = { body: { account: null, powers: ["read-figures"], isDemonstration: true } };

/** Opens an address of the pages against an API that answers from a table, and keeps what was asked. */
function open(address: string, answers: Answers) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const known: Answers = { "/api/session": visitor, ...answers };
    const found = Object.entries(known).find(([path]) => url.split("?")[0] === path)?.[1];
    return new Response(JSON.stringify(found?.body ?? {}), { status: found?.status ?? (found ? 200 : 404) });
  });
  window.history.replaceState(null, "", address);
  const queryClient = makeQueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={makeRouter(queryClient)} />
    </QueryClientProvider>,
  );
  return asked;
}
const plans = { body: { workspace: { kind: "demonstration", today: "2025-10-12" }, plans: [plan] } };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("本月研判", () => {
  it("opens the first plan's latest period, and writes it on the address", async () => {
    const asked = open("/", { "/api/plans": plans, "/api/plans/gaoping-2022/progress": { body: progress } });
    await screen.findByRole("heading", { level: 1, name: "食品加工差1.5户" });
    expect(window.location.pathname + window.location.search).toBe(
      "/overview?plan=gaoping-2022&month=2025-09&horizon=2025-12",
    );
    expect(asked).toContain("/api/plans/gaoping-2022/progress?month=2025-09&horizon=2025-12");
  });

  it("hands the API only what it knows of the address", async () => {
    const asked = open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12&lang=en&sort=name", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": { body: progress },
    });
    await screen.findByRole("heading", { level: 1, name: "Food is 1.5 firms short" });
    // What stands below the headline asks for itself, later.
    const first = asked.filter((url) => !/changes|lights|shortfalls|outlook/.test(url));
    expect(first.sort()).toEqual([
      "/api/plans",
      "/api/plans/gaoping-2022/progress?month=2022-09&horizon=2022-12",
      "/api/session",
    ]);
    expect(document.documentElement.lang).toBe("en");
  });

  it("shows figures as the API words them, and tells 0, 未报 and — apart", async () => {
    open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": { body: progress },
    });
    const headline = within(await screen.findByRole("table", { name: "总体目标" }));
    expect(headline.getByText("73.3%")).toBeTruthy();
    expect(headline.getByText("11.25")).toBeTruthy();
    expect(headline.getByRole("img", { name: "新增规上企业：实际11户，目标15户，序时11.25户" })).toBeTruthy();
    const [chart] = await screen.findAllByRole("table", { name: /^新增规上企业：/, hidden: true });
    const cellsOf = (row: HTMLElement) => [...row.querySelectorAll("td")].map((cell) => cell.textContent);
    if (!chart) throw new Error("no chart of chains");
    const rows = within(chart).getAllByRole("row", { hidden: true });
    const food = rows.find((row) => row.textContent?.includes("食品加工"));
    const silk = rows.find((row) => row.textContent?.includes("潞绸文化"));
    expect(food && cellsOf(food)).toEqual(expect.arrayContaining(["0", "15", "0.0%"]));
    expect(silk && cellsOf(silk)).toEqual(expect.arrayContaining(["未报", "15", "—"]));
  });

  it("says the demonstration on the page, who owes a report, and how many firms are lacking", async () => {
    open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": { body: progress },
    });
    expect(await screen.findByText("演示数据")).toBeTruthy();
    expect(await screen.findByRole("heading", { name: "市文旅局" })).toBeTruthy();
    expect(screen.getByText("差1.5户")).toBeTruthy();
    expect(screen.getByText("上次 2022年6月")).toBeTruthy();
  });

  it("does not say that nothing is behind where what is behind is counted in no firms", async () => {
    const { plan: asked, quotation } = progress;
    const nothing = { zh: "没有滞后的目标。", en: "No target is behind." };
    const shortfalls = { plan: asked, quotation, horizon: "2022-12", groups: [], longest: nothing };
    const answers = { "/api/plans": plans, "/api/plans/gaoping-2022/shortfalls": { body: shortfalls } };
    const address = "/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12";
    open(address, { ...answers, "/api/plans/gaoping-2022/progress": { body: progress } });
    expect(await screen.findByText(/^滞后的目标都不是按户数、个数计的/)).toBeTruthy();
    cleanup();
    open(address, { ...answers, "/api/plans/gaoping-2022/progress": { body: { ...progress, behind: [] } } });
    expect(await screen.findByText("没有滞后的目标。")).toBeTruthy();
  });

  it("switches to what the statistics bureau confirmed on the address, where nothing is 未报 but 未核定", async () => {
    const onBasis = { ...progress, quotation: { ...progress.quotation, basis: "statistics" as const } };
    // As the API words what is missing on that basis.
    const confirmed = JSON.parse(JSON.stringify(onBasis).replaceAll("未报", "未核定"));
    const asked = open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": { body: confirmed },
    });
    const { getByRole } = within(await screen.findByRole("navigation", { name: "数据口径" }));
    expect(getByRole("link", { name: "部门填报" }).getAttribute("aria-current")).toBe("true");
    expect(screen.queryByText(/“未核定”不等于部门未报/)).toBeNull();
    fireEvent.click(getByRole("link", { name: "统计核定" }));
    expect(await screen.findByText(/“未核定”不等于部门未报/)).toBeTruthy();
    expect(window.location.search).toBe("?plan=gaoping-2022&month=2022-09&horizon=2022-12&basis=statistics");
    expect(asked).toContain("/api/plans/gaoping-2022/progress?month=2022-09&horizon=2022-12&basis=statistics");
    expect(screen.getByRole("heading", { name: "未核定" })).toBeTruthy();
    expect(screen.getAllByText("未核定").length).toBeGreaterThan(1);
    expect(document.querySelector("main")?.textContent).not.toMatch(/未报(?!”|送|。)/);
    expect(screen.getByRole("link", { name: "口径差异" }).getAttribute("href")).toMatch(
      /^\/differences\?plan=gaoping-2022/,
    );
    fireEvent.click(getByRole("link", { name: "部门填报" }));
    await waitFor(() => expect(window.location.search).not.toContain("basis"));
  });

  it("opens the sentence of a light by keyboard and closes it by Escape", async () => {
    open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": { body: progress },
    });
    const headline = within(await screen.findByRole("table", { name: "总体目标" }));
    const light = headline.getByRole("button", { name: "达序时" });
    fireEvent.focus(light);
    expect(light.getAttribute("aria-expanded")).toBe("true");
    expect(headline.getByRole("tooltip").textContent).toBe("到2022-09应达11.25户，实际11户。");
    fireEvent.keyDown(window, { key: "Escape" });
    await waitFor(() => expect(light.getAttribute("aria-expanded")).toBe("false"));
  });

  it("shows the server's sentence for a month that is none, and a way back", async () => {
    const message = "参数 month 的写法不对：应为月份 YYYY-MM，如 2022-09。";
    open("/overview?plan=gaoping-2022&month=2022-13&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": {
        status: 400,
        body: { code: "malformed-parameter", message, field: "month" },
      },
    });
    expect(await screen.findByText(message)).toBeTruthy();
    const back = screen.getByRole("link", { name: "回到最新一期" });
    expect(back.getAttribute("href")).toBe("/overview?plan=gaoping-2022");
    expect(screen.queryByRole("button", { name: "再试一次" })).toBeNull();
  });

  it("tells whoever has another role that the page is not theirs, and nothing of the address", async () => {
    open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": {
        status: 403,
        body: { code: "not-your-role", message: "您的角色不能做这一步。" },
      },
    });
    expect(await screen.findByRole("heading", { name: "这一页不由您办理。" })).toBeTruthy();
    expect(screen.getByText("请从上方进入您的页面；如应由您办理，请联系系统管理员。")).toBeTruthy();
  });

  it("asks a whole question of a plan that is none, so that the refusal is about the plan, and goes back to the start", async () => {
    const message = "没有方案 nowhere：现有 gaoping-2022。";
    const asked = open("/overview?plan=nowhere", {
      "/api/plans": plans,
      "/api/plans/nowhere/progress": { status: 404, body: { code: "unknown-plan", message, field: "plan" } },
    });
    expect(await screen.findByText(message)).toBeTruthy();
    expect(asked).toContain("/api/plans/nowhere/progress?month=2025-09&horizon=2025-12");
    expect(screen.getByRole("link", { name: "回到首页" }).getAttribute("href")).toBe("/overview");
  });

  it("says who can fill a workspace without plans", async () => {
    open("/overview", {
      "/api/plans": { body: { workspace: { kind: "production", today: "2025-10-12" }, plans: [] } },
    });
    expect(await screen.findByRole("heading", { name: "还没有方案" })).toBeTruthy();
    expect(screen.queryByText("演示数据")).toBeNull();
  });

  it("offers to try again after a failure, with the request's number", async () => {
    open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": {
        status: 500,
        body: { code: "internal", message: "系统出错。", requestId: "r-17" },
      },
    });
    expect(await screen.findByText("请求编号 r-17")).toBeTruthy();
    expect(screen.getByRole("button", { name: "再试一次" })).toBeTruthy();
  });

  it("asks and says what came of it where the browser thinks itself offline", async () => {
    onlineManager.setOnline(false);
    open("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12", {
      "/api/plans": plans,
      "/api/plans/gaoping-2022/progress": {
        status: 500,
        body: { code: "internal", message: "系统出错。", requestId: "r-18" },
      },
    });
    expect(await screen.findByText("请求编号 r-18")).toBeTruthy();
    onlineManager.setOnline(true);
  });
});
