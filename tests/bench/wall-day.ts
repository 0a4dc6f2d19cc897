/**
 * `npm run wall-day -w tests -- <origin>`: whether a wall grows in a day. The demonstration at `origin` is shown on a wall whose
 * clock is led through 24 hours, minute by minute: 4,320 pages turned, 1,440 times asked. Prints the script's memory after
 * its waste was collected, each four hours. Measured, never a test.
 */
import { launchBrowser, openReader } from "../helpers/browser.ts";

const hours = 24;
const each = 4;

const origin = process.argv[2];
if (origin === undefined) throw new Error("name the address of a demonstration, such as http://127.0.0.1:3000");
const browser = await launchBrowser();
try {
  const { page, context } = await openReader(browser, origin);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.clock.install();
  let answers = 0;
  page.on("response", (response) => {
    if (response.url().includes("/wall?")) answers += 1;
  });
  await page.goto("/wall?plan=lvliang-2022&horizon=2025-12");
  await page.locator(".wall-slide").waitFor();
  const session = await context.newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let hour = 0; hour <= hours; hour += 1) {
    if (hour % each === 0) {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      const elements = await page.locator("*").count();
      console.log(`after ${hour} h: ${(usedSize / 1e6).toFixed(2)} MB, ${elements} elements, ${answers} answers`);
    }
    if (hour === hours) break;
    for (let minute = 0; minute < 60; minute += 1) {
      await page.clock.runFor(60_000);
    }
  }
} finally {
  await browser.close();
}
