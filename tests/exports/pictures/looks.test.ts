/** A picture of the server has the fonts and the colours of the page. */
import { pngOfSvg } from "@beizeng/server/exports/pictures/raster.ts";
import { rulesFor, token } from "@beizeng/server/exports/pictures/style-sheet.ts";
import { PNG } from "pngjs";
import { expect, test } from "vitest";

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
