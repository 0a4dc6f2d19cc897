/** Student's distribution, what normal errors become when their spread is only known from a few values; floats, for forecasts only. */

/** The probability that the variable with so many degrees of freedom (a whole number from 1) is at most the deviate, to about 1e-15. */
export function studentProbability(deviate: number, freedom: number): number {
  // The finite sums for P(|T| ≤ t) of whole degrees of freedom, Abramowitz and Stegun 26.7.3 and 26.7.4.
  const angle = Math.atan(deviate / Math.sqrt(freedom));
  const cosine = Math.cos(angle);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let place = isOdd ? 3 : 2; place <= freedom - 2; place += 2) {
    term *= ((place - 1) / place) * cosine * cosine;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return (1 + within) / 2;
}

/** Halvings of the search that leave less than a float can tell. */
const halvings = 60;

/** The deviate that 90 % of the distribution lies below: an 80 % interval reaches as far to each side. */
export function deviateOf90Percent(freedom: number): number {
  let low = 0;
  let high = 4;
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (low + high) / 2;
    if (studentProbability(middle, freedom) < 0.9) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}
