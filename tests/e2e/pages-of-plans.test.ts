/** Plans whose pages are of another shape: most targets and groups of units, no chains, few targets, standing ones. */
import { expect, test } from "vitest";
import { openReader, settle } from "../helpers/browser.ts";
import { faultsSeen } from "./faults-seen.ts";
import { changeTo, type Language, openLooking, picture } from "./page-looks.ts";

const otherPlans = ["lvliang-2022", "sanmenxia-2022", "jincheng-2023", "wenshang-2022"] as const;
const pagesOfPlan = ["overview", "chain", "departments", "department", "reporting", "months", "plan"] as const;

const looking = openLooking();

test.each(otherPlans)("%s fits its pages on a phone", async (plan) => {
  const { page, troubles, close } = await openReader(looking.browser(), looking.origin(), "phone");
  const found: string[] = [];
  const look = async (name: string, language: Language) => {
    await settle(page);
    await picture(page, `${plan}-${name}-${language}-phone`);
    found.push(...(await faultsSeen(page, language)).map((fault) => `${name}: ${fault}`));
  };
  for (const name of pagesOfPlan) {
    // Opened in English, changed to Chinese: either is a first language.
    await page.goto(`/${name}?plan=${plan}&lang=en`);
    await look(name, "en");
    await changeTo(page, "zh-CN");
    await look(name, "zh-CN");
  }
  expect(found).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});
