/**
 * How far apart two colours look, for people with and without colour vision deficiencies: simulation by Machado,
 * Oliveira and Fernandes (2009) at full severity on linear RGB, difference by CIEDE2000 (Sharma, Wu and Dalal 2005).
 */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const luminance: Triple = [0.2126, 0.7152, 0.0722];
export const visions = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  "grey print": [luminance, luminance, luminance],
} as const satisfies Record<string, Matrix>;
export type Vision = keyof typeof visions;

const dot = ([a, b, c]: Triple, [x, y, z]: Triple) => a * x + b * y + c * z;
const map = ([a, b, c]: Triple, of: (value: number) => number): Triple => [of(a), of(b), of(c)];
const times = ([a, b, c]: Matrix, colour: Triple): Triple => [dot(a, colour), dot(b, colour), dot(c, colour)];
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** `#rrggbb` as linear light, 0…1 each. */
function linear(hex: string): Triple {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return map([part(1), part(3), part(5)], (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}

const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

/** CIELAB (D65) of a colour as a vision sees it. */
export function labOf(hex: string, vision: Vision): Triple {
  const [x, y, z] = times(toXyz, map(times(visions[vision], linear(hex)), clamp));
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [root(x / 0.95047), root(y), root(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const degree = Math.PI / 180;
const hueOf = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / degree + 360) % 360);

/** CIEDE2000 between two colours in CIELAB; about 1 is just seen side by side. */
export function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const seventh = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(seventh / (seventh + 25 ** 7));
  const [p1, p2] = [a1 * stretch, a2 * stretch];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hueOf(p1, b1), hueOf(p2, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const hueStep = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degree);
  const lightness = (l1 + l2) / 2;
  const chroma = (c1 + c2) / 2;
  const hue = isGrey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : ((h1 + h2 + 360) / 2) % 360;
  const cosine = (factor: number, shift: number) => Math.cos((factor * hue + shift) * degree);
  const weight = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63);
  const away = (lightness - 50) ** 2;
  const l = (l2 - l1) / (1 + (0.015 * away) / Math.sqrt(20 + away));
  const c = (c2 - c1) / (1 + 0.045 * chroma);
  const h = hueStep / (1 + 0.015 * chroma * weight);
  const rotation =
    -2 *
    Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) *
    Math.sin(60 * degree * Math.exp(-(((hue - 275) / 25) ** 2)));
  return Math.sqrt(l ** 2 + c ** 2 + h ** 2 + rotation * c * h);
}
