/**
 * Every page of the product as each of those who see it otherwise than the others do. What is looked at on every page is
 * looked at here (page-looks.ts); a page without a row, or in the menu of a role without one, fails there.
 */
import type { Page } from "playwright-core";
import type { Months } from "../../web/src/api/types.ts";
import { ask } from "./product.ts";

/** Somebody of the demonstration by account; null looks around without signing in. */
export const people = {
  visitor: null,
  reporter: "演示·吕梁市·市能源局填报员",
  office: "演示·吕梁市·吕梁市工业产业市场主体倍增工作专班审核员",
  statistics: "演示·高平市·统计局核定员",
  leader: "演示·领导",
  auditor: "演示·审计员",
  admin: "演示·系统管理员",
  security: "演示·安全管理员",
} as const;
export type Person = keyof typeof people;

/** A page as somebody sees it. */
export interface ListedPage {
  /** The path as the routes have it. */
  readonly route: string;
  readonly as: Person;
  /** What the address asks, for whoever needs more than the product's own choice. */
  readonly asked?: string | ((origin: string) => Promise<string>);
  /** Brings the opened page, in Chinese, into the state that is to be looked at. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** True where what the page asks is refused, which the browser notes as trouble. */
  readonly isRefused?: true;
}

const early = "plan=gaoping-2022&month=2022-09&horizon=2022-12";
const confirmed = "plan=gaoping-2022&month=2024-12&horizon=2025-12&basis=statistics";
const firms = "plan=lvliang-2022&measure=energy.above-scale-enterprises";
const target = "plan=lvliang-2022&target=energy.above-scale-enterprises.new.2025-12";

/** A paper of the month that waits for review. */
async function waiting(origin: string): Promise<string> {
  const { months } = await ask<Months>(origin, "/api/plans/lvliang-2022/months");
  const papers = months.flatMap(({ undone }) => undone);
  return `submission=${papers.find(({ state, submission }) => state === "submitted" && submission !== null)?.submission}`;
}

/** What a visitor of the demonstration sees, as everybody does who may read figures and no more. */
export const toEverybody: readonly ListedPage[] = [
  { route: "/overview", as: "visitor", asked: early },
  { route: "/wall", as: "visitor", asked: "plan=lvliang-2022&horizon=2025-12" },
  { route: "/overview", as: "visitor", asked: confirmed },
  { route: "/changes", as: "visitor", asked: "plan=gaoping-2022&month=2024-06&horizon=2025-12&since=2023-06" },
  { route: "/changes", as: "visitor", asked: confirmed },
  { route: "/briefing", as: "visitor", asked: "plan=gaoping-2022&month=2022-12&horizon=2022-12" },
  { route: "/briefing", as: "visitor", asked: "plan=lvliang-2022&month=2025-09&horizon=2025-12&basis=statistics" },
  { route: "/places", as: "visitor", asked: "month=2022-09&indicator=above-scale-enterprises.new.2022-12" },
  {
    route: "/places",
    as: "visitor",
    asked: "month=2025-09&indicator=above-scale-enterprises.total.2025-12&basis=statistics&group=none",
    prepare: (page) => page.getByRole("button", { name: "高平市：口径" }).click(),
  },
  { route: "/chain", as: "visitor", asked: `${early}&subject=equipment-manufacturing` },
  { route: "/chain", as: "visitor", asked: `${confirmed}&subject=equipment-manufacturing` },
  { route: "/chain", as: "visitor", asked: `${early}&subject=equipment-manufacturing&view=steps` },
  { route: "/chain", as: "visitor", asked: `${early}&subject=equipment-manufacturing&view=comparison` },
  { route: "/departments", as: "visitor", asked: early },
  { route: "/departments", as: "visitor", asked: confirmed },
  { route: "/department", as: "visitor", asked: early },
  { route: "/department", as: "visitor", asked: confirmed },
  { route: "/compare-departments", as: "visitor", asked: early },
  {
    route: "/compare-departments",
    as: "visitor",
    asked:
      "plan=lvliang-2022&month=2024-06&horizon=2025-12&units=lvliang-industry-bureau,lvliang-energy-bureau,lvliang-development-reform-commission",
  },
  { route: "/differences", as: "visitor", asked: "plan=gaoping-2022&month=2025-09&horizon=2025-12" },
  { route: "/reporting", as: "visitor", asked: "plan=gaoping-2022&month=2025-09&horizon=2025-12" },
  { route: "/months", as: "visitor", asked: "plan=gaoping-2022" },
  { route: "/edition", as: "visitor", asked: "plan=gaoping-2022&month=2022-12&edition=1" },
  { route: "/edition", as: "visitor", asked: "plan=gaoping-2022&month=2024-12&edition=1&basis=statistics" },
  { route: "/plan", as: "visitor", asked: "plan=gaoping-2022" },
  { route: "/plan-editing", as: "visitor", asked: "plan=gaoping-2022" },
  { route: "/appraisal", as: "visitor", asked: "plan=lvliang-2022&month=2025-09&horizon=2025-12" },
  { route: "/appraisal", as: "visitor", asked: "plan=gaoping-2022&month=2025-09&horizon=2025-12" },
  { route: "/judging", as: "visitor", asked: "plan=gaoping-2022" },
  { route: "/revision", as: "visitor", asked: target },
  { route: "/life", as: "visitor", asked: `${firms}&period=2025-06` },
  { route: "/life", as: "visitor", asked: `${firms}&period=2025-10` },
  { route: "/sign-in", as: "visitor", asked: "plan=gaoping-2022" },
  { route: "/sign-in/return", as: "visitor" },
  { route: "/sign-in/return", as: "visitor", asked: "code=unknown&state=unknown", isRefused: true },
];

/** What those who work with the product see besides, and what they see otherwise. */
export const toPeople: readonly ListedPage[] = [
  { route: "/tasks", as: "reporter" },
  {
    route: "/paper",
    as: "reporter",
    asked: "plan=lvliang-2022&department=lvliang-energy-bureau&period=2025-09&kind=report",
  },
  { route: "/tasks", as: "statistics" },
  {
    route: "/paper",
    as: "statistics",
    asked: "plan=gaoping-2022&department=gaoping-market-regulation-bureau&period=2025-09&kind=confirmation",
  },
  { route: "/reviews", as: "office" },
  {
    route: "/submission",
    as: "office",
    asked: waiting,
    prepare: (page) => page.getByRole("button", { name: "退回", exact: true }).click(),
  },
  { route: "/submission", as: "leader", asked: waiting },
  { route: "/news", as: "leader" },
  {
    route: "/chain",
    as: "leader",
    asked: `${early}&subject=equipment-manufacturing`,
    prepare: (page) => page.getByRole("heading", { name: "批示", exact: true }).waitFor(),
  },
  { route: "/briefing", as: "office", asked: "plan=lvliang-2022&month=2025-06&horizon=2025-12" },
  { route: "/briefing", as: "office", asked: "plan=lvliang-2022&month=2025-06&horizon=2025-12&view=skeleton" },
  { route: "/briefing", as: "leader", asked: "plan=gaoping-2022&month=2022-12&horizon=2022-12&view=issued" },
  { route: "/reporting", as: "office", asked: "plan=lvliang-2022&month=2025-09&horizon=2025-12" },
  { route: "/months", as: "office", asked: "plan=lvliang-2022" },
  { route: "/plan", as: "office", asked: "plan=wenshang-2022" },
  { route: "/plan-editing", as: "office", asked: "plan=lvliang-2022" },
  { route: "/appraisal", as: "office", asked: "plan=lvliang-2022&month=2025-06&horizon=2025-12" },
  { route: "/judging", as: "office", asked: "plan=lvliang-2022" },
  { route: "/judging", as: "office", asked: "plan=gaoping-2022&kind=calendar" },
  {
    route: "/revision",
    as: "office",
    asked: target,
    prepare: async (page) => {
      await page.getByLabel("自何月起").fill("2025-07");
      await page.getByLabel("目标值（户）").fill("80");
      await page.locator(".revision-lights").first().waitFor();
    },
  },
  { route: "/history-import", as: "office", asked: "plan=lvliang-2022" },
  { route: "/life", as: "office", asked: `${firms}&period=2025-06` },
  { route: "/audit", as: "auditor", prepare: (page) => page.locator(".audit-open").first().click() },
  { route: "/audit/anchor", as: "auditor" },
  { route: "/accounts", as: "admin" },
  { route: "/security", as: "security" },
  { route: "/backups", as: "admin" },
  { route: "/backups", as: "security" },
];

/** All of them, a row each. */
export const listedPages: readonly ListedPage[] = [...toEverybody, ...toPeople];
