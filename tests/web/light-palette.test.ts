import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { difference, labOf, type Vision, visions } from "./colour-difference.ts";

const tokens = readFileSync(new URL("../../web/src/styles/tokens.css", import.meta.url), "utf8");
// The dark values stand in a block of their own, after the light ones.
const [byDay = "", byNight = ""] = tokens.split('[data-theme="dark"]');

/** A colour of a theme by its name in tokens.css. */
const tokenOf = (theme: string, name: string) => {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1];
  if (found === undefined) throw new Error(`tokens.css has no ${name} there`);
  return found;
};

/** The lights that fill a bar or a shape; 未报 and 未到期 are outlines and are told apart by being empty. */
const filled = ["met", "on-schedule", "behind", "far-behind", "missed"];
const pairs = filled.flatMap((one, place) => filled.slice(place + 1).map((other) => [one, other] as const));

describe("the measure of colour difference", () => {
  // Pairs 1, 4, 7 and 17 of the test data of Sharma, Wu and Dalal (2005).
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
  ] as const)("is CIEDE2000 for %j and %j", (one, other, expected) => {
    expect(difference(one, other)).toBeCloseTo(expected, 4);
  });
});

describe.each([
  ["light", byDay],
  ["dark", byNight],
])("the colours of the lights on %s paper", (_, theme) => {
  const colourOf = (light: string) => tokenOf(theme, `light-${light}`);
  const visionsOfPeople: readonly Vision[] = ["usual", "protanopia", "deuteranopia", "tritanopia"];

  it.each(visionsOfPeople)("are far apart in %s, every pair", (vision) => {
    for (const [one, other] of pairs) {
      const apart = difference(labOf(colourOf(one), vision), labOf(colourOf(other), vision));
      expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(20);
    }
  });

  it("stay apart in grey print, every pair", () => {
    for (const [one, other] of pairs) {
      const apart = difference(labOf(colourOf(one), "grey print"), labOf(colourOf(other), "grey print"));
      expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(9);
    }
  });

  it("stand out from the paper, in every vision", () => {
    for (const vision of Object.keys(visions) as Vision[]) {
      // Object.keys forgets what it was given.
      for (const light of [...filled, "unreported", "not-due"]) {
        expect(
          difference(labOf(colourOf(light), vision), labOf(tokenOf(theme, "paper"), vision)),
          light,
        ).toBeGreaterThanOrEqual(20);
      }
    }
  });
});
