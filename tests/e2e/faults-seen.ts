/** What an eye would object to on a page, found by measuring: each finding is a sentence, no finding is an empty list. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Findings on layout and words: sideways scroll, cut text, headings, keys instead of words, the wrong language. */
export const faultsSeen = (page: Page, language: "zh-CN" | "en"): Promise<string[]> =>
  page.evaluate((spoken) => {
    const faults = new Set<string>();
    const { documentElement: root, title } = document;
    const say = (fault: string, seen: string) => faults.add(`${fault}: ${seen.trim().slice(0, 60)}`);

    if (root.lang !== spoken) say("the document's language", root.lang);
    if (root.scrollWidth > root.clientWidth) say("scrolls sideways", `${root.scrollWidth} px on ${root.clientWidth}`);
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) say("h1", String(headings));
    const banner = document.querySelector(".demonstration strong")?.textContent ?? "";
    if (banner !== (spoken === "en" ? "Demonstration data" : "演示数据")) say("the banner of invented data", banner);

    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const clips = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
    /** How far text may reach: to the box of the cell or key that it stands in, to whatever clips, to the screen. */
    function limitOf(element: Element): number {
      for (let each: Element | null = element; each; each = each.parentElement) {
        if (scrolls(each)) return Number.POSITIVE_INFINITY;
        if (clips(each) || each.matches("td, th, button, .key")) return each.getBoundingClientRect().right;
      }
      return root.clientWidth;
    }
    function look(text: Text, holder: Element) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const right = Math.max(...[...range.getClientRects()].map((box) => box.right));
      if (right > limitOf(holder) + 1) say("cut", text.data);
    }

    const keys =
      /^(pages|pick|horizon|month|basis|light|reading|subjectKind|hardness|curve|column|value|mark|rollUp|reconciliation|chart|problem|overview|chain|plan|departments?|reporting|audit|reviews|submission|life)\.[a-zA-Z-]+/;
    const noWords = /\{\{|\}\}|undefined|NaN|\[object/;
    if (noWords.test(title)) say("no words", title);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: text } = walker;
      const holder = text.parentElement;
      if (!(text instanceof Text) || !holder || !text.data.trim() || holder.closest("script, noscript, style"))
        continue;
      if (keys.test(text.data.trim()) || noWords.test(text.data)) say("no words", text.data);
      const partLanguage = holder.closest("[lang]")?.getAttribute("lang");
      if (partLanguage === "en" && /\p{Script=Han}/u.test(text.data)) say("Chinese in English", text.data);
      const isSeen =
        holder.checkVisibility() && !holder.closest(".unseen, .skip, select, svg") && holder.clientWidth !== 1;
      if (isSeen) look(text, holder);
    }
    return [...faults];
  }, language);

/** What axe holds against a page by WCAG 2.2 A and AA: serious and critical findings, each with its elements. */
export async function barriers(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
