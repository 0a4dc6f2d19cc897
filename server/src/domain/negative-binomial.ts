/** How many events are still to come when a count is a Poisson process of unknown rate; floats, for forecasts only. */

/** The distribution of a count still to come. */
export interface CountAhead {
  readonly mean: number;
  /** The smallest count that is not exceeded with at least this probability. */
  readonly quantile: (probability: number) => number;
  /** The probability of at least so many. */
  readonly atLeast: (count: number) => number;
}

/** Counts less likely than this, beside the likeliest, are left out of account. */
const negligible = 1e-18;

/** Probabilities of the counts from `lowest` on, up to a common factor: outwards from the likeliest, where nothing can underflow. */
function weightsAround(
  size: number,
  missProbability: number,
): { readonly lowest: number; readonly weights: readonly number[] } {
  const likeliest = Math.max(0, Math.floor(((size - 1) * missProbability) / (1 - missProbability)));
  const below: number[] = [];
  let weight = 1;
  for (let count = likeliest; count > 0 && weight > negligible; count -= 1) {
    weight *= count / ((count - 1 + size) * missProbability);
    below.push(weight);
  }
  const above: number[] = [1];
  weight = 1;
  for (let count = likeliest; weight > negligible; count += 1) {
    weight *= ((count + size) * missProbability) / (count + 1);
    above.push(weight);
  }
  return { lowest: likeliest - below.length, weights: [...below.reverse(), ...above] };
}

/**
 * The count over an exposure ahead (above 0) after `seen` events (0 or more) over the exposure behind (above 0), by the
 * Gamma–Poisson model with Jeffreys' prior: negative binomial of size seen + ½ and success probability
 * behind / (behind + ahead). DOMAIN section 7.
 */
export function countAhead(seen: number, behind: number, ahead: number): CountAhead {
  const size = seen + 0.5;
  const { lowest, weights } = weightsAround(size, ahead / (behind + ahead));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    mean: (size * ahead) / behind,
    quantile: (probability) => {
      let cumulative = 0;
      const place = weights.findIndex((weight) => {
        cumulative += weight;
        return cumulative >= probability * total;
      });
      return lowest + place;
    },
    atLeast: (count) => weights.slice(Math.max(0, count - lowest)).reduce((sum, weight) => sum + weight, 0) / total,
  };
}
