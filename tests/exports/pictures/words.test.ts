/** A picture of the server speaks the words of the page, in its fonts, in its colours. */
import { pngOfSvg } from "@beizeng/server/exports/pictures/raster.ts";
import { rulesFor, token } from "@beizeng/server/exports/pictures/style-sheet.ts";
import { pictureWords } from "@beizeng/server/exports/pictures/words.ts";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { words as english } from "../../../web/src/words/en/words.ts";
import { words as chinese } from "../../../web/src/words/zh-CN/words.ts";

type Words = { readonly [key: string]: string | Words };

/** A word of the pages by its place, such as light.met. */
const wordAt = (words: Words, place: string) =>
  place
    .split(".")
    .reduce<string | Words | undefined>((at, key) => (typeof at === "object" ? at[key] : undefined), words);

const { editionIs: _, ...ofPages } = pictureWords;
test.each(Object.entries(ofPages))("%s is said as the page says it", (place, { zh, en }) => {
  expect([wordAt(chinese, place), wordAt(english, place)]).toEqual([zh, en]);
});

test("a look is that of the strongest rule, within and directly within others, by day", () => {
  const element = (name: string, classes = "", attributes: readonly string[] = []) => ({
    name,
    classes: classes.split(" "),
    attributes: new Map(attributes.map((each) => [each, ""])),
  });
  const chart = element("svg", "row-chart");
  expect(token("--ink")).toBe("#1b222c");
  expect(rulesFor([chart, element("text", "row-figure")]).get("fill")).toBe("#1b222c");
  expect(rulesFor([chart, element("text", "row-note")]).get("fill")).toBe("#667080");
  const cells = element("g", "map-cells map-unreported");
  expect(rulesFor([cells, element("path", "", ["data-mark"])]).get("stroke")).toBe("#6b7482");
  expect(rulesFor([cells, element("g"), element("path", "", ["data-mark"])]).get("stroke")).toBeUndefined();
  expect(rulesFor([element("path", "light-behind")]).get("color")).toBe("#d99a00");
});

test("every Chinese character of the words is drawn by a shape of its own", async () => {
  const inked = async (character: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><text x="2" y="20" font-size="20" font-family="&quot;PingFang SC&quot;, sans-serif">${character}</text></svg>`;
    return PNG.sync.read(Buffer.from(await pngOfSvg(svg, 1))).data.toString("base64");
  };
  const drawn = await Promise.all(["差", "户", "滞", "沁", "锑"].map(inked));
  expect(new Set(drawn).size).toBe(5);
  expect(drawn).not.toContain(await inked(" "));
});
