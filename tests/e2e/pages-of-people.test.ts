/** The pages as those who work with the product see them, and that the list of all pages has every page. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settle } from "../helpers/browser.ts";
import { listedPages, type Person, people, toPeople } from "./listed-pages.ts";
import { openLooking, testPages } from "./page-looks.ts";

const looking = openLooking();

describe("the list of pages", () => {
  test("has every address of the product", () => {
    const files = new URL("../../web/src/routes/", import.meta.url);
    const routes = readdirSync(files)
      .map((file) => readFileSync(new URL(file, files), "utf8"))
      .join("");
    const addresses = [...routes.matchAll(/\bpath: "([^"]+)"/g)].map(([, path]) => path);
    // The bare address only leads on.
    expect([...new Set(listedPages.map(({ route }) => route)), "/"].sort()).toEqual(addresses.sort());
  });

  test.each(Object.keys(people) as Person[])("has every page in the menu of %s", async (person) => {
    const { page } = await looking.deskOf(person);
    await page.goto("/sign-in");
    await settle(page);
    const menu = await page
      .locator(".masthead-page")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const seen = listedPages.filter((each) => each.as === person || each.as === "visitor").map(({ route }) => route);
    const lacking = menu.map((href) => href?.split("?")[0] ?? "").filter((path) => !seen.includes(path));
    expect(lacking).toEqual([]);
    expect(menu.length).toBeGreaterThan(0);
  });
});

testPages(toPeople, looking);
