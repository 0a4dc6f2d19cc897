/** Pictures of pages as they are kept beside the tests: a half as wide and high, in few colours, so that all are small. */
import { deflateSync } from "node:zlib";
import { PNG } from "pngjs";

/** Dots row by row from the upper left, red, green and blue one after the other, 0 to 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

const channels = 3;
const at = (dots: Uint8Array, place: number) => dots[place] ?? 0;

/** What a browser or this file wrote; clear dots are white paper. */
export function readPicture(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const dots = new Uint8Array(width * height * channels);
  for (let dot = 0; dot < width * height; dot += 1) {
    const alpha = at(data, dot * 4 + 3) / 255;
    for (let channel = 0; channel < channels; channel += 1) {
      dots[dot * channels + channel] = Math.round(255 - alpha * (255 - at(data, dot * 4 + channel)));
    }
  }
  return { width, height, dots };
}

/** The picture with each square of two by two as one dot, its average: what smoothing does to single edges is gone. */
export function halved({ width, height, dots }: Picture): Picture {
  const [half, halfHeight] = [width >> 1, height >> 1];
  const averages = new Uint8Array(half * halfHeight * channels);
  for (let y = 0; y < halfHeight; y += 1) {
    for (let x = 0; x < half; x += 1) {
      const from = (2 * y * width + 2 * x) * channels;
      const below = from + width * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const [upper, lower] = [from + channel, below + channel];
        const sum = at(dots, upper) + at(dots, upper + channels) + at(dots, lower) + at(dots, lower + channels);
        averages[(y * half + x) * channels + channel] = (sum + 2) >> 2;
      }
    }
  }
  return { width: half, height: halfHeight, dots: averages };
}

/** A PNG has at most so many colours where each dot is one byte. */
const most = 256;

/** The fewest steps by which each channel is rounded so that the colours fit, and the colours then in use. */
function fewColours({ dots }: Picture): { readonly step: number; readonly places: ReadonlyMap<number, number> } {
  for (const step of [17, 51]) {
    const places = new Map<number, number>();
    for (let place = 0; place < dots.length; place += channels) {
      const colour = colourAt(dots, place, step);
      if (!places.has(colour)) places.set(colour, places.size);
    }
    if (places.size <= most) return { step, places };
  }
  throw new Error("six steps a channel are 216 colours");
}

const rounded = (value: number, step: number) => Math.round(value / step) * step;
const colourAt = (dots: Uint8Array, place: number, step: number) =>
  (rounded(at(dots, place), step) << 16) |
  (rounded(at(dots, place + 1), step) << 8) |
  rounded(at(dots, place + 2), step);

/** The picture as a PNG of few colours, each within 26 of what it was. */
export function writePicture(picture: Picture): Buffer {
  const { width, height, dots } = picture;
  const { step, places } = fewColours(picture);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = places.get(colourAt(dots, (y * width + x) * channels, step)) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a dot, by a palette.
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(
    [...places.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part("IHDR", head),
    part("PLTE", palette),
    part("IDAT", deflateSync(rows, { level: 9 })),
    part("IEND", Buffer.alloc(0)),
  ]);
}

function part(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(bytes.length, 0);
  around.writeUInt32BE(checksum(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** CRC-32 as PNG asks for it. */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
