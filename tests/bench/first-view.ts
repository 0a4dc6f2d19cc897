/**
 * `npm run first-view -w tests -- <origin>`: how soon 本月研判 shows its headline to who opens it for the first time, on a slow
 * telephone and on an office's machine, how long it holds the browser up, how steady it stands, and how soon it shows another
 * month whose figures are there. The product at `origin` is a demonstration that was started before. Measured, never a test.
 */
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openReader } from "../helpers/browser.ts";

const page = "/overview?plan=gaoping-2022&month=2024-06&horizon=2025-12";
const rounds = 5;

/** 4× slower, 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const slow = {
  cpu: 4,
  network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
};

/** Bound to the window before anything of the page runs. */
interface Seen {
  headline: number | null;
  blocked: number;
  shift: number;
}

function watch(): void {
  const seen: Seen = { headline: null, blocked: 0, shift: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // The entry's type is younger than the language's library: only these two members are read.
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) seen.shift += value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  // No function in here has a name: what is sent to the page would then ask for a helper that is not there.
  new MutationObserver((_, observer) => {
    if (!document.querySelector("main h1")?.textContent) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame((now) => {
        seen.headline = now;
      }),
    );
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

const seenOn = (opened: Page): Promise<Seen> => opened.evaluate("window.seen");

async function firstView(browser: Browser, origin: string, isSlow: boolean) {
  const reader = await openReader(browser, origin, isSlow ? "phone" : "desk");
  const session = await reader.context.newCDPSession(reader.page);
  if (isSlow) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slow.network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slow.cpu });
  }
  await reader.page.addInitScript(watch);
  await reader.page.goto(page);
  await reader.page.locator("main h1").waitFor();
  await reader.page.waitForLoadState("networkidle", { timeout: 60_000 });
  const seen = await seenOn(reader.page);
  const month = isSlow ? null : await changeOfMonth(reader.page);
  await reader.close();
  return { ...seen, month };
}

/** From the choice of a month that was looked at before to its figures, in ms. */
async function changeOfMonth(opened: Page): Promise<number> {
  const choose = (month: string, shown: string) =>
    opened.evaluate(
      async ([value, text]) => {
        const select = document.querySelector<HTMLSelectElement>(".picker-month select");
        if (!select || !value || !text) throw new Error("there is no month to choose");
        const began = performance.now();
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
        for (let frame = 0; frame < 600; frame += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (document.querySelector("main")?.textContent?.includes(text)) return performance.now() - began;
        }
        throw new Error(`${text} was not shown`);
      },
      [month, shown] as const,
    );
  await choose("2024-05", "截至 2024年5月");
  await opened.waitForLoadState("networkidle");
  return choose("2024-06", "截至 2024年6月");
}

const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;

const origin = process.argv[2];
if (origin === undefined) throw new Error("name the address of a demonstration, such as http://127.0.0.1:3000");
const browser = await launchBrowser();
try {
  for (const isSlow of [true, false]) {
    const seen: Awaited<ReturnType<typeof firstView>>[] = [];
    for (let round = 0; round < rounds; round += 1) seen.push(await firstView(browser, origin, isSlow));
    const of = (pick: (each: (typeof seen)[number]) => number | null) => median(seen.map((each) => pick(each) ?? 0));
    console.log(
      [
        isSlow ? "slow telephone (CPU 4×, fast 3G)" : "office machine",
        `headline ${of(({ headline }) => headline).toFixed(0)} ms`,
        `held up ${of(({ blocked }) => blocked).toFixed(0)} ms`,
        `CLS ${of(({ shift }) => shift).toFixed(3)}`,
        ...(isSlow ? [] : [`another month ${of(({ month }) => month).toFixed(0)} ms`]),
      ].join("; "),
    );
  }
} finally {
  await browser.close();
}
