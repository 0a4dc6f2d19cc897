/** What the comparing of pictures finds, and what it does not mind. */
import { expect, test } from "vitest";
import { differenceOf } from "../helpers/pictures/difference.ts";
import { halved, type Picture, readPicture, writePicture } from "../helpers/pictures/picture.ts";

type Colour = readonly [number, number, number];
const ink: Colour = [27, 34, 44];
const green: Colour = [52, 145, 115];
const amber: Colour = [217, 154, 0];

interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

/** White paper with blocks on it. */
function paper(blocks: readonly Block[], width = 400, height = 300): Picture {
  const dots = new Uint8Array(width * height * 3).fill(255);
  for (const { x, y, colour, ...size } of blocks) {
    for (let row = y; row < y + size.height; row += 1) {
      for (let column = x; column < x + size.width; column += 1) dots.set(colour, (row * width + column) * 3);
    }
  }
  return { width, height, dots };
}

const bar: Block = { x: 40, y: 40, width: 120, height: 12, colour: ink };
const light: Block = { x: 200, y: 100, width: 10, height: 22, colour: green };
const kept = paper([bar, light]);

test.each<[string, Picture]>([
  ["a block that has moved", paper([{ ...bar, x: 52 }, light])],
  ["a block a line lower", paper([{ ...bar, y: 48 }, light])],
  ["a light of another colour, as small as in the map", paper([bar, { ...light, colour: amber }])],
  ["a light that is gone", paper([bar])],
  ["a page that is longer", paper([bar, light], 400, 340)],
  ["a page that is narrower", paper([bar, light], 380)],
])("finds %s", (_, today) => {
  expect(differenceOf(halved(kept), halved(today))?.tiles.length).toBeGreaterThan(0);
});

test("says where: the tile in which the light stands", () => {
  // Dots 200 to 210 and 100 to 122 are 100 to 105 and 50 to 61 of the half, in the tiles that begin at 96 and 48.
  expect(differenceOf(halved(kept), halved(paper([bar])))?.tiles).toEqual([{ x: 96, y: 48 }]);
});

test.each<[string, Picture]>([
  ["the same page", kept],
  [
    "edges a dot beside, as other smoothing sets them",
    paper([
      { ...bar, x: 41 },
      { ...light, y: 101 },
    ]),
  ],
  ["a shade that nobody sees", paper([bar, { ...light, colour: [60, 150, 120] }])],
  [
    "single dots strewn over it",
    paper([bar, light, ...[10, 150, 290].map((x): Block => ({ x, y: 200, width: 2, height: 2, colour: ink }))]),
  ],
])("does not mind %s", (_, today) => {
  expect(differenceOf(halved(kept), halved(today))).toBeNull();
});

const farthest = (one: Picture, other: Picture) =>
  one.dots.reduce((most, value, place) => Math.max(most, Math.abs(value - (other.dots[place] ?? 0))), 0);

test("a kept picture is read as it was, but for the rounding of its colours", () => {
  const read = readPicture(writePicture(kept));
  expect({ width: read.width, height: read.height }).toEqual({ width: 400, height: 300 });
  expect(farthest(kept, read)).toBeLessThanOrEqual(8);
  expect(differenceOf(kept, read)).toBeNull();
});

test("a picture of more colours than fit has fewer, each near what it was", () => {
  const dots = Uint8Array.from({ length: 64 * 64 * 3 }, (_, place) => (place * 7919) % 256);
  const many = { width: 64, height: 64, dots };
  expect(farthest(many, readPicture(writePicture(many)))).toBeLessThanOrEqual(26);
});
