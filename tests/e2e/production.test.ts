/**
 * A production workspace on its first day: nothing without signing in, the first administrator by the code that the
 * start prints, then the policy data, no invented row, and each page says what will stand there.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { routeAccess } from "@beizeng/server/domain/access.ts";
import Database from "better-sqlite3";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { codeOf, goodPassword } from "../helpers/people.ts";
import { barriers } from "./faults-seen.ts";
import { endCommand, type Started, startCommand } from "./processes.ts";
import { addressIn } from "./product-address.ts";

const folder = mkdtempSync(join(tmpdir(), "beizeng-production-"));
let serving: Started;
let browser: Browser;
let reader: Reader;
let page: Page;
beforeAll(async () => {
  serving = startCommand("serve", { PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder });
  browser = await launchBrowser();
  while (!addressIn(serving.said())) {
    if (serving.process.exitCode !== null) throw new Error(serving.said());
    await wait(100);
  }
  reader = await openReader(browser, addressIn(serving.said()) ?? "");
  page = reader.page;
});
afterAll(async () => {
  await browser?.close();
  await endCommand(serving);
  rmSync(folder, { recursive: true });
});

const open = async (address: string) => {
  await page.goto(address);
  await settle(page);
  expect(reader.troubles).toEqual([]);
};
const whole = "plan=gaoping-2022&month=2022-09&horizon=2022-12";
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const reach = async (heading: string) => {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  expect(await barriers(page)).toEqual([]);
};
/** The secret of the administrator's authenticator. */
let secret = "";
/** The password that the administrator's page has shown for 领导. */
let given = "";

test("nothing is shown without signing in; the code that the start prints makes the first administrator", async () => {
  await page.goto(`/overview?${whole}`);
  await reach("建立第一个系统管理员");
  expect(new URL(page.url()).searchParams.get("from")).toBe(`/overview?${whole}`);
  // What the browser says of the refused questions is what was to be seen.
  expect(reader.troubles.filter((trouble) => !/401/.test(trouble))).toEqual([]);
  reader.troubles.length = 0;

  const code = /(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}/.exec(serving.said())?.[0] ?? "";
  expect(code).not.toBe("");
  await type("设置码", code);
  await type("账号", "guanli");
  await type("姓名", "管理员");
  await type("密码", goodPassword);
  await press("建立并登录");

  await reach("设置动态验证码");
  secret = (await page.locator(".factor-secret").textContent())?.replaceAll(" ", "") ?? "";
  await type("6位验证码", codeOf(secret, new Date().toISOString()));
  await press("继续");
});

test("the administrator makes an account, whose given password is shown once", async () => {
  // Came from the figures, which are not an administrator's to see.
  await page.goto("/accounts");
  await reach("账号管理");
  reader.troubles.length = 0;
  await press("新建账号");
  await type("账号", "lingdao");
  await type("姓名", "领导甲");
  await page.getByRole("combobox").selectOption("leader");
  await page.locator("form").getByRole("button", { name: "新建账号" }).click();
  given = (await page.locator(".given-password").textContent()) ?? "";
  expect(await page.locator("tbody tr").allTextContents()).toHaveLength(2);
  expect(await barriers(page)).toEqual([]);
});

test("after a quarter of an hour what weighs most asks again who is there, keeps what was typed, and then goes on by itself", async () => {
  // As though everybody had signed in sixteen minutes ago.
  const database = new Database(join(folder, "production.sqlite"));
  const sixteen = new Date(Date.now() - 16 * 60_000).toISOString();
  database.prepare("UPDATE sessions SET created_at = ?, data = json_remove(data, '$.shownAt')").run(sixteen);
  database.close();
  await press("新建账号");
  await type("账号", "shenji");
  await type("姓名", "审计乙");
  await page.getByRole("combobox").selectOption("auditor");
  const make = page.locator("form").getByRole("button", { name: "新建账号" });
  await make.click();
  const dialog = page.getByRole("dialog", { name: "请再次验证身份" });
  await dialog.waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "先不办理" }).click();
  await page.getByText("此项办理前，请再次验证身份。").waitFor();
  expect(await page.locator("tbody tr").count()).toBe(2);

  await make.click();
  await dialog.getByLabel("6位验证码").fill("000000");
  await dialog.getByRole("button", { name: "继续" }).click();
  await dialog.getByText("验证码不对或已用过，请等下一个。").waitFor();
  // The code of a moment ago was used to set the authenticator up.
  await dialog.getByLabel("6位验证码").fill(codeOf(secret, new Date(Date.now() + 30_000).toISOString()));
  await dialog.getByRole("button", { name: "继续" }).click();
  await page.locator(".given-password").waitFor();
  await dialog.waitFor({ state: "hidden" });
  await page.locator("tbody tr").nth(2).waitFor();
  // What the browser says of the answers that asked who is there, and of the wrong code.
  expect(reader.troubles.filter((trouble) => !/403|422/.test(trouble))).toEqual([]);
  reader.troubles.length = 0;
});

test("the owner of an account changes its given password first of all", async () => {
  await press("退出");
  await reach("登录");
  expect(reader.troubles).toEqual([]);

  await type("账号", "lingdao");
  await type("密码", given);
  await press("登录");
  await reach("修改密码");
  await type("原密码", given);
  await type("新密码", goodPassword);
  await press("修改密码");
  await page.locator(".headline-table").waitFor();
  expect(await page.locator(".session-known").textContent()).toBe("领导甲领导新动态退出");
  reader.troubles.length = 0;
});

test("whoever is not signed in gets nothing: every question is refused, every page leads to signing in and back", async () => {
  const origin = addressIn(serving.said()) ?? "";
  const asked = Object.entries(routeAccess).filter(
    ([route, access]) => route.startsWith("GET ") && access !== "anyone",
  );
  expect(asked.length).toBeGreaterThan(25);
  for (const [route, access] of asked) {
    const path = route.replace("GET ", "").replaceAll(":plan", "gaoping-2022").replace(/:\w+/g, "1");
    const response = await fetch(`${origin}${path}?month=2022-09&horizon=2022-12`);
    const { code, ...rest } = (await response.json()) as { code?: string };
    const needed = access === "metrics-token" ? "metrics-token-needed" : "sign-in-needed";
    expect([route, response.status, code]).toEqual([route, 401, needed]);
    // The sentence, and nothing of what was asked for.
    expect([route, Object.keys(rest)]).toEqual([route, ["message"]]);
  }
  const stranger = await openReader(browser, origin);
  const pages = [
    `/overview?${whole}`,
    `/chain?${whole}&subject=equipment-manufacturing`,
    "/tasks",
    "/paper?plan=gaoping-2022&department=gaoping-health-bureau&period=2022-09&kind=report",
    "/reviews",
    "/submission?submission=1",
    "/audit",
    "/accounts",
    `/reporting?${whole}`,
  ];
  for (const address of pages) {
    await stranger.page.goto(address);
    await stranger.page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    const { pathname, searchParams } = new URL(stranger.page.url());
    expect([pathname, searchParams.get("from")]).toEqual(["/sign-in", address]);
  }
  await stranger.page.getByLabel("账号", { exact: true }).fill("lingdao");
  await stranger.page.getByLabel("密码", { exact: true }).fill(goodPassword);
  await stranger.page.getByRole("button", { name: "登录", exact: true }).click();
  await stranger.page.getByRole("heading", { level: 1, name: /^2022年9月期/ }).waitFor();
  expect(stranger.page.url()).toBe(`${origin}/reporting?${whole}`);
  await stranger.close();
});

test("本月研判 lists who owes which report, shows no figure as zero and nothing as invented", async () => {
  await open(`/overview?${whole}`);
  expect(await page.locator(".demonstration").count()).toBe(0);
  expect(await page.locator("body").textContent()).not.toContain("演示");
  const [first] = await page.locator(".headline-table tbody tr").allTextContents();
  expect(first).toContain("—");
  const lights = await page.locator(".overview-head .light-counts li").allTextContents();
  // 21 targets are due by the end of 2022: none is met, behind or on schedule before anything is reported.
  expect(lights.join()).not.toMatch(/已完成|达序时|滞后|未完成/);
  expect(lights.join()).toContain("未报");
  expect(await page.locator(".block-unreported .owing").count()).toBeGreaterThan(0);
  expect(await page.locator(".block-unreported li .aside").first().textContent()).toBe("从未报送");
  expect(await page.locator(".block-behind .empty").textContent()).toBe("没有滞后或未完成的目标。");
});

test("本月研判 before the first period says that nothing is due yet", async () => {
  await open("/overview?plan=gaoping-2022&month=2022-02&horizon=2022-12");
  expect(await page.locator(".block-unreported .empty").textContent()).toBe(
    "首个报告期是2022年3月，到期前没有应报的数据。",
  );
});

test("a chain says which unit will report and when a figure will stand there", async () => {
  await open(`/chain?${whole}&subject=equipment-manufacturing&view=values`);
  const [values] = await page.locator("details.chain-values .empty").allTextContents();
  expect(values).toBe("开发区管委会还没有填报。审核通过后列在这里。");
  const lights = await page.locator(".chain-states .light").allTextContents();
  expect([...new Set(lights)]).toEqual(["未报"]);
});

test("units have no composite and no rank before they have reported", async () => {
  await open(`/departments?${whole}`);
  const units = await page
    .locator(".departments-board tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].slice(1, 3).map((cell) => cell.textContent)));
  expect(units.length).toBeGreaterThan(1);
  expect([...new Set(units.map(([rank, composite]) => `${rank} ${composite}`))]).toEqual(["未报齐 —"]);
});

test("the board of reports names the first period before it is due, and who owes it afterwards", async () => {
  await open("/reporting?plan=gaoping-2022&month=2022-02&horizon=2022-12");
  expect(await page.locator("main .empty").textContent()).toBe(
    "第一个报告期是2022年3月；到期后这里逐期列出各单位的填报情况。",
  );
  await open(`/reporting?${whole}`);
  expect(await page.locator("h1").textContent()).toMatch(/^2022年9月期：\d+个填报单位，0个已报$/);
});
