/** What an eye would object to on a page, found by measuring: each finding is a sentence, no finding is an empty list. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { words } from "../../web/src/words/zh-CN/words.ts";

/** How a word's key begins, by the words themselves: what reads so on a page is a key that has no word. */
const keyOfWords = `^(${Object.keys(words).join("|")})\\.[a-zA-Z-]+(\\.[a-zA-Z-]+)*$`;

/**
 * Findings on layout and words: sideways scroll, cut text, headings, keys instead of words, the wrong language, and on a
 * phone what a finger would miss.
 */
export const faultsSeen = (page: Page, language: "zh-CN" | "en"): Promise<string[]> =>
  page.evaluate(
    ([spoken, keyPattern]) => {
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

      const keys = new RegExp(keyPattern);
      const noWords = /\{\{|\}\}|undefined|NaN|\[object/;
      const isNoWord = (text: string) => keys.test(text.trim()) || noWords.test(text);
      if (isNoWord(title)) say("no words", title);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        for (const element of document.querySelectorAll(`[${name}]`)) {
          const told = element.getAttribute(name) ?? "";
          if (isNoWord(told)) say(`no words in ${name}`, told);
        }
      }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { currentNode: text } = walker;
        const holder = text.parentElement;
        if (!(text instanceof Text) || !holder || !text.data.trim() || holder.closest("script, noscript, style"))
          continue;
        if (isNoWord(text.data)) say("no words", text.data);
        const partLanguage = holder.closest("[lang]")?.getAttribute("lang");
        if (partLanguage === "en" && /\p{Script=Han}/u.test(text.data)) say("Chinese in English", text.data);
        const isSeen =
          holder.checkVisibility() && !holder.closest(".unseen, .skip, select, svg") && holder.clientWidth !== 1;
        if (isSeen) look(text, holder);
      }
      // What nobody gave a colour is black, on dark paper too.
      for (const text of document.querySelectorAll("svg text")) {
        if (getComputedStyle(text).fill === "rgb(0, 0, 0)")
          say("a picture's text without a colour", text.textContent ?? "");
      }
      // Links in a line of text are as high as the text; a box that belongs to its words is hit by them.
      const isInText = (element: Element) => element.matches("a") && getComputedStyle(element).display === "inline";
      const target = (element: Element) =>
        (element.matches("[type=checkbox], [type=radio]") && element.closest("label")) || element;
      if (root.clientWidth <= 720) {
        for (const element of document.querySelectorAll(
          "main :is(a[href], button, select, input, textarea, summary), header :is(a, button)",
        )) {
          const { width, height } = target(element).getBoundingClientRect();
          const isShown = element.checkVisibility() && width > 1 && !element.closest(".unseen, .matrix-head");
          if (isShown && !isInText(element) && !element.matches(".figure-life") && height < 43.5)
            say("low for a finger", `${Math.round(height)} px ${element.className} ${element.textContent}`);
        }
      }
      return [...faults];
    },
    [language, keyOfWords] as const,
  );

/** What axe holds against a page by WCAG 2.2 A and AA: serious and critical findings, each with its elements. */
export async function barriers(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  // Our pages have no frames: without a page of axe's own to gather them, and with nothing told of what is well, it asks the
  // same rules in less time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(tags)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
