/** The normal distribution; floats, for forecasts only. */

/** The deviate that 90 % of a standard normal distribution lies below: an 80 % interval reaches as far to each side. */
export const deviateOf90Percent = 1.2815515655446004;

/** Beyond this many standard deviations the rest is less than a float can tell from 0. */
const farthest = 8.5;

/** The probability that a standard normal variable is at most the deviate, exact to about 1e-15. */
export function normalProbability(deviate: number): number {
  if (Math.abs(deviate) > farthest) {
    return deviate > 0 ? 1 : 0;
  }
  // Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/15 + …), summed until a term no longer counts.
  let term = deviate;
  let sum = deviate;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * Number.EPSILON; odd += 2) {
    term *= (deviate * deviate) / odd;
    sum += term;
  }
  const density = Math.exp((-deviate * deviate) / 2) / Math.sqrt(2 * Math.PI);
  return Math.min(1, Math.max(0, 0.5 + sum * density));
}
