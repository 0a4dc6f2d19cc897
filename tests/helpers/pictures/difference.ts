/**
 * What an eye would find different in two pictures. A dot may be off by `tolerance` and stand one dot beside, which other
 * smoothing of the same letters does; a tile is different where more than a small share of its dots is, so that a
 * word that is gone is found on the largest page and dots strewn over it are not.
 */
import type { Picture } from "./picture.ts";

const channels = 3;
const tolerance = 44;
const tile = 16;
const shareOfTile = 0.06;

/** Where two pictures differ, and today's with the dots that do in red. */
export interface Difference {
  /** Upper left corners of tiles, in dots of the pictures. */
  readonly tiles: readonly { readonly x: number; readonly y: number }[];
  readonly shown: Picture;
}

/** What differs between the picture that is kept and the one of today; null where nothing does. */
export function differenceOf(kept: Picture, today: Picture): Difference | null {
  const [width, height] = [Math.max(kept.width, today.width), Math.max(kept.height, today.height)];
  const others: number[] = [];
  const counts = new Map<number, number>();
  const across = Math.ceil(width / tile);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isAlike(kept, today, x, y) || (isNear(kept, today, x, y) && isNear(today, kept, x, y))) continue;
      others.push(y * width + x);
      const at = Math.floor(y / tile) * across + Math.floor(x / tile);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  const tiles = [...counts]
    .filter(([, count]) => count > tile * tile * shareOfTile)
    .map(([at]) => ({ x: (at % across) * tile, y: Math.floor(at / across) * tile }));
  return tiles.length === 0 ? null : { tiles, shown: marked(today, width, height, others) };
}

/** The picture pale on paper so large, the dots at some places red. */
function marked(today: Picture, width: number, height: number, places: readonly number[]): Picture {
  const dots = new Uint8Array(width * height * channels).fill(255);
  for (let y = 0; y < today.height; y += 1) {
    const row = today.dots.subarray(y * today.width * channels, (y + 1) * today.width * channels);
    dots.set(
      row.map((value) => 170 + Math.round(value / 3)),
      y * width * channels,
    );
  }
  for (const place of places) dots.set([220, 20, 20], place * channels);
  return { width, height, dots };
}

/** Beside a picture is a colour that no dot has. */
const nothing = -1000;

function dotAt({ width, height, dots }: Picture, x: number, y: number, channel: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height) return nothing;
  return dots[(y * width + x) * channels + channel] ?? nothing;
}

/** Whether both have as good as the same colour at a place: most dots of most pages. */
function isAlike(kept: Picture, today: Picture, x: number, y: number): boolean {
  if (x >= kept.width || y >= kept.height || x >= today.width || y >= today.height) return false;
  const [one, other] = [(y * kept.width + x) * channels, (y * today.width + x) * channels];
  for (let channel = 0; channel < channels; channel += 1) {
    if (Math.abs((kept.dots[one + channel] ?? 0) - (today.dots[other + channel] ?? 0)) > tolerance) return false;
  }
  return true;
}

/** Whether a dot of one picture lies between what stands around the same place of the other, each channel by itself. */
function isNear(one: Picture, other: Picture, x: number, y: number): boolean {
  for (let channel = 0; channel < channels; channel += 1) {
    const value = dotAt(one, x, y, channel);
    const same = dotAt(other, x, y, channel);
    if (Math.abs(value - same) <= tolerance) continue;
    if (same === nothing) return false;
    let [least, most] = [same, same];
    for (let beside = y - 1; beside <= y + 1; beside += 1) {
      for (let along = x - 1; along <= x + 1; along += 1) {
        const there = dotAt(other, along, beside, channel);
        if (there === nothing) continue;
        least = Math.min(least, there);
        most = Math.max(most, there);
      }
    }
    if (value < least - tolerance || value > most + tolerance) return false;
  }
  return true;
}
