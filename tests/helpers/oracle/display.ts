/** DOMAIN section 2, display of a completion. */
import { hundred, isZero, magnitude, one, order, type Pair, pair, times, zero } from "./fractions.ts";

/** Tenths of a percent, half up on the magnitude. */
function tenths(completion: Pair): bigint {
  const doubled = times(times(magnitude(completion), hundred), pair(20));
  return (doubled[0] / doubled[1] + 1n) / 2n;
}

const spell = (amount: bigint): string => `${amount / 10n}.${amount % 10n}%`;

/** Never 100.0% below the whole, never 0.0% above or below nothing; a true minus; — without a completion. */
export function completionText(completion: Pair | null): string {
  if (completion === null) return "—";
  if (isZero(completion)) return "0.0%";
  const rounded = tenths(completion);
  if (order(completion, zero) < 0) return `−${spell(rounded === 0n ? 1n : rounded)}`;
  if (rounded === 0n) return "0.1%";
  return order(completion, one) < 0 && rounded === 1000n ? "99.9%" : spell(rounded);
}
