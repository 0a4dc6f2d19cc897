/** How a journey that writes begins: a product of its own, a browser, and people of the demonstration at desks before it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { type OwnProduct, startOwnProduct } from "./own-product.ts";

/** Signs somebody in by their key on the sign-in page of a plan, whoever sat there before, up to the page where they begin. */
export async function signInAs(page: Page, person: string, plan: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/sign-in?plan=${plan}`);
  await page.getByRole("button", { name: person, exact: true }).first().click();
  // Only then: the page of the keys has a heading too, and could be taken for the next one.
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
  await page.locator(".session-known").waitFor();
  await settle(page);
}

/** Desks before a product of one's own, started and ended with the file's tests; people are of `plan` unless it is said. */
export function ownDesks(plan: string) {
  let browser: Browser;
  let product: OwnProduct;
  const readers: Reader[] = [];
  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startOwnProduct()]);
  });
  afterAll(async () => {
    await Promise.all(readers.map(({ close }) => close()));
    await browser?.close();
    await product?.end();
  });
  return {
    origin: () => product.origin,
    /** What went wrong so far at any of the desks. */
    troubles: () => readers.flatMap(({ troubles }) => troubles),
    /** Somebody at a desk of their own, on the page where they begin. */
    enter: async (person: string, ofPlan = plan): Promise<Reader> => {
      const reader = await openReader(browser, product.origin);
      readers.push(reader);
      await signInAs(reader.page, person, ofPlan);
      return reader;
    },
  };
}
