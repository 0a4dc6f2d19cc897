import type { Light } from "../api/types.ts";

/** The shape of each light on a field of 16 × 16, and how it is drawn: filled, or by a stroke of so many units. */
export const lightPaths: Readonly<Record<Light, { readonly path: string; readonly stroke: number }>> = {
  met: { path: "M2.5 8.6 6.4 12.4 13.6 3.8", stroke: 3 },
  "on-schedule": { path: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z", stroke: 0 },
  behind: { path: "M8 2 14.6 13.6H1.4Z", stroke: 0 },
  "far-behind": { path: "M8 1 15 8 8 15 1 8Z", stroke: 0 },
  missed: { path: "M3 3 13 13M13 3 3 13", stroke: 3 },
  unreported: { path: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z", stroke: 1.6 },
  "not-due": { path: "M3 3H13V13H3Z", stroke: 1.6 },
};

const side = 16;
/** How many numbers each command of the paths above takes. */
const lengths: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, a: 7, Z: 0 };

/** The path of a light's shape in a square so many px wide at a place: many of them are one path together. */
export function lightPathAt(light: Light, x: number, y: number, width: number): string {
  const scale = width / side;
  const placed = (number: string, from: number) => (from + Number(number) * scale).toFixed(2);
  const told: string[] = [];
  for (const [, command = "", said = ""] of lightPaths[light].path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = said.match(/-?[\d.]+/g) ?? [];
    const length = lengths[command] ?? 0;
    // A pair that follows a pair is the next point of the line.
    for (let first = 0; first < Math.max(length, numbers.length); first += length) {
      const [one = "0", two = "0", ...rest] = numbers.slice(first, first + length);
      if (command === "H") told.push(`H${placed(one, x)}`);
      else if (command === "V") told.push(`V${placed(one, y)}`);
      else if (command === "a") {
        const [turn = "0", large = "0", sweep = "0", byX = "0", byY = "0"] = rest;
        told.push(`a${placed(one, 0)} ${placed(two, 0)} ${turn} ${large} ${sweep} ${placed(byX, 0)} ${placed(byY, 0)}`);
      } else told.push(`${first > 0 ? "L" : command}${placed(one, x)} ${placed(two, y)}`);
    }
    if (command === "Z") told.push("Z");
  }
  return told.join("");
}
