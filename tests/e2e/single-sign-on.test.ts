/**
 * Single sign-on in a real browser: the provider is another site, so that the browser withholds the strict cookies when it
 * leads back, and the page has to bring them itself.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { type MockProvider, startMockProvider } from "../helpers/mock-provider.ts";
import { codeOf, goodPassword } from "../helpers/people.ts";
import { barriers } from "./faults-seen.ts";
import { endCommand, type Started, startCommand } from "./processes.ts";
import { addressIn } from "./product-address.ts";

const folder = mkdtempSync(join(tmpdir(), "beizeng-sign-on-"));
let provider: MockProvider;
let serving: Started;
let origin: string;
let browser: Browser;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

let cookie = "";
async function ask(method: string, path: string, body: object): Promise<Record<string, string>> {
  const headers = { "content-type": "application/json", cookie };
  const response = await fetch(`${origin}${path}`, { method, headers, body: JSON.stringify(body) });
  if (response.status !== 200) throw new Error(`${path}: ${await response.text()}`);
  cookie = response.headers.getSetCookie().at(-1)?.split(";", 1)[0] ?? cookie;
  return response.json();
}

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  provider = await startMockProvider();
  const { issuer, clientId, clientSecret } = provider.settings;
  const file = join(folder, "secret");
  writeFileSync(file, clientSecret, { mode: 0o600 });
  serving = startCommand("serve", {
    ...{ PORT: String(port), HOST: "127.0.0.1", DATA_DIR: folder, PUBLIC_URL: origin },
    ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file },
  });
  browser = await launchBrowser();
  while (addressIn(serving.said()) === null || !serving.said().includes("set-up code")) {
    if (serving.process.exitCode !== null) throw new Error(serving.said());
    await wait(100);
  }
  // The administrator binds an account to what the provider calls its owner.
  const [code] = /(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}/.exec(serving.said()) ?? [];
  const first = { account: "guanli", password: goodPassword };
  await ask("POST", "/api/set-up", { ...first, code, name: "管理员" });
  await ask("POST", "/api/session", first);
  const { secret = "" } = await ask("POST", "/api/session/second-factor/secret", {});
  await ask("PUT", "/api/session/second-factor", { code: codeOf(secret, new Date().toISOString()) });
  const bound = { role: "leader", departments: [], singleSignOnSubject: "county-7788" };
  await ask("POST", "/api/accounts", { account: "lingdao", name: "领导甲", ...bound });
});
afterAll(async () => {
  await browser?.close();
  await endCommand(serving);
  await provider.stop();
  rmSync(folder, { recursive: true });
});

/** What went wrong, but for the refusals that a test asks for and the visit at the provider, which is another host. */
const faultsOf = ({ troubles }: Reader) =>
  troubles.filter((trouble) => !/^another host: http:\/\/localhost|401|403|favicon/.test(trouble));
const overview = "/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12";

test.each(["desk", "phone"] as const)(
  "one key and one is back where one came from, signed in, on a %s",
  async (size) => {
    const reader = await openReader(browser, origin, size);
    const { page } = reader;
    await page.goto(overview);
    await page.getByRole("button", { name: "统一身份认证登录" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "统一身份认证登录" }).click();
    await page.locator(".headline-table").waitFor();
    await settle(page);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(overview);
    expect(await page.locator(".session-known").textContent()).toContain("领导甲");
    // Neither code nor state stays in the history of the browser.
    await page.goBack();
    expect(page.url()).not.toContain("code=");
    expect(faultsOf(reader)).toEqual([]);
    await reader.close();
  },
);

test("who has no account is told so, and can begin again", async () => {
  provider.answering.subject = "county-0000";
  const reader = await openReader(browser, origin);
  const { page } = reader;
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "统一身份认证登录" }).click();
  const sentence = "统一身份 county-0000 没有绑定本系统的账号，请找系统管理员绑定。";
  await page.getByText(sentence).waitFor();
  expect(await barriers(page)).toEqual([]);
  provider.reset();
  await page.getByRole("link", { name: "重新登录" }).click();
  await page.getByRole("button", { name: "统一身份认证登录" }).click();
  await page.locator(".session-known").waitFor();
  expect(faultsOf(reader)).toEqual([]);
  await reader.close();
});
