import { useId } from "react";
import type { Light } from "../api/types.ts";

/** What the marks show, all on one scale; null is absent. `achieved` may lie beyond the scale's ends. */
export interface BulletValues {
  readonly achieved: number | null;
  readonly expected: number | null;
  readonly target: number | null;
  readonly stretch: number | null;
  readonly light: Light | null;
  /** The value is from an earlier month than the one asked for: the bar is hatched. */
  readonly isCarriedForward: boolean;
}

/** A scale from `low` to `high` onto a length of `span` px, or of 100 % where `span` is null. */
export interface BulletScale {
  readonly low: number;
  readonly high: number;
  readonly span: number | null;
}

/** Where the ends of a bullet's scale lie: zero and the target always inside, room for the bracket, nothing past 1.25 × the furthest bar asked for. */
export function bulletScale({ achieved, expected, target, stretch }: BulletValues): Omit<BulletScale, "span"> {
  const asked = Math.max(target ?? 0, stretch ?? 0, expected ?? 0, 0);
  const furthest = asked > 0 ? Math.min(Math.max(asked, achieved ?? 0), asked * 1.25) : Math.max(achieved ?? 0, 0);
  const low = Math.min(0, target ?? 0, expected ?? 0, Math.max(achieved ?? 0, -0.25 * (furthest || 1)));
  const room = (furthest - low || 1) * 0.04;
  return { low: low < 0 ? low - room : 0, high: furthest + room || 1 };
}

/**
 * The marks of LOOK.md in one row of `height` px: a pale track to the target, a solid bar from zero for what is
 * achieved (hatched when carried forward, a dot when 未报), the dark tick of 序时, the target's bracket, the lighter
 * bracket of a range's upper end, and an arrow where the value lies beyond the scale.
 */
export function BulletMarks({ values, scale, height }: { values: BulletValues; scale: BulletScale; height: number }) {
  const hatch = useId();
  const { achieved, expected, target, stretch, light, isCarriedForward } = values;
  const { low, high, span } = scale;
  const share = (value: number) => (Math.min(Math.max(value, low), high) - low) / (high - low);
  const at = (value: number) => (span === null ? `${share(value) * 100}%` : share(value) * span);
  const between = (a: number, b: number) => {
    const length = Math.abs(share(b) - share(a));
    return span === null ? `${length * 100}%` : length * span;
  };
  const bar = { y: height * 0.28, height: height * 0.44 };
  const isUnreported = light === "unreported";
  const isHatched = isCarriedForward || isUnreported;
  const tone = `bullet-bar light-${light ?? "none"}`;
  const middle = height / 2;
  return (
    <>
      {isHatched && (
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
          className={tone}
        >
          <rect width="6" height="6" className="bullet-hatch-ground" />
          <rect width="3" height="6" fill="currentColor" />
        </pattern>
      )}
      {target !== null && (
        <rect
          className="bullet-track"
          x={at(Math.min(0, target))}
          width={between(0, target)}
          {...bar}
          data-mark="track"
        />
      )}
      {achieved !== null && (
        <rect
          className={tone}
          x={at(Math.min(0, achieved))}
          width={between(0, achieved)}
          {...bar}
          fill={isHatched ? `url(#${hatch})` : "currentColor"}
          data-mark={isHatched ? "carried" : "achieved"}
        />
      )}
      <line className="bullet-zero" x1={at(0)} x2={at(0)} y1={height * 0.16} y2={height * 0.84} />
      {stretch !== null && (
        <svg x={at(stretch)} overflow="visible" role="presentation" data-mark="stretch">
          <path className="bullet-bracket bullet-stretch" d={bracket(height)} />
        </svg>
      )}
      {target !== null && (
        <svg x={at(target)} overflow="visible" role="presentation" data-mark="target">
          <path className="bullet-bracket" d={bracket(height)} />
        </svg>
      )}
      {expected !== null && (
        <svg x={at(expected)} overflow="visible" role="presentation" data-mark="expected">
          <rect className="bullet-tick" x={-1.25} width={2.5} y={height * 0.12} height={height * 0.76} />
        </svg>
      )}
      {isUnreported && (
        <svg x={at(0)} overflow="visible" role="presentation" data-mark="unreported">
          <circle className="bullet-dot" cx={8} cy={middle} r={3.2} />
        </svg>
      )}
      {achieved !== null && achieved > high && (
        <svg x={at(high)} overflow="visible" role="presentation" data-mark="over">
          <path className={tone} fill="currentColor" d={`M1 ${middle - 6}L9 ${middle}L1 ${middle + 6}Z`} />
        </svg>
      )}
      {achieved !== null && achieved < low && (
        <svg x={at(low)} overflow="visible" role="presentation" data-mark="under">
          <path className={tone} fill="currentColor" d={`M-1 ${middle - 6}L-9 ${middle}L-1 ${middle + 6}Z`} />
        </svg>
      )}
    </>
  );
}

/** An open bar end: a dark line with two short serifs towards the bar. */
const bracket = (height: number) => `M-5 ${height * 0.06 + 1}H0V${height * 0.94 - 1}H-5`;
