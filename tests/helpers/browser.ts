import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** The screens that the pages are made for: a desk, a county office's screen, a leader's phone, a meeting room's wall. */
export const sizes = {
  desk: { width: 1440, height: 900 },
  office: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof sizes;

// Chromium itself must not call anyone either, or a request of its own would be taken for one of the page's.
const silence = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Starts Chromium, from the path in CHROMIUM or where Debian puts it; whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`there is no Chromium at ${executablePath}: set CHROMIUM`);
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...silence] });
}

/** A page in a browser of its own memory, and everything that went wrong on it so far, a sentence each. */
export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors, violations of the security policy, refused requests, requests to another host. */
  readonly troubles: string[];
  readonly close: () => Promise<void>;
}

/** Opens an empty page before the product at `origin`, on one of the `sizes`. */
export async function openReader(browser: Browser, origin: string, size: Size = "desk"): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: sizes[size],
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  // Small machines share their cores with the server and with other tests.
  page.setDefaultTimeout(30_000);
  return { page, context, troubles: await watch(page, origin), close: () => context.close() };
}

async function watch(page: Page, origin: string): Promise<string[]> {
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!/^(data|blob):$/.test(protocol) && asked !== origin) troubles.push(`another host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`answered ${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction("tellViolation", (sentence: string) => troubles.push(`security policy: ${sentence}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      // Put there by exposeFunction above; the page's own types do not know it.
      const { tellViolation } = globalThis as unknown as { tellViolation: (sentence: string) => void };
      tellViolation(`${violatedDirective} forbids ${blockedURI} from ${sourceFile}`);
    });
  });
  return troubles;
}

/** Waits until a page shows its answers and has stopped moving: a heading, no skeleton, no older figures, charts drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector("h1") && !document.querySelector(".skeleton, .chart-awaited, [aria-busy=true]"),
  );
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const shape = () => `${document.body.innerHTML.length} ${document.body.scrollWidth} ${document.body.scrollHeight}`;
    for (let [same, last] = [0, ""]; same < 5; await frame()) {
      same = shape() === last ? same + 1 : 0;
      last = shape();
    }
  });
}
