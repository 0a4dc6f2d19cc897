const size = { width: 88, height: 24, margin: 3 };

/** The last values of a measure as a small line from their lowest to their highest, the last one dotted. */
export function SparkLine({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  if (values.length === 0) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = values.length > 1 ? (size.width - 2 * size.margin) / (values.length - 1) : 0;
  const tall = size.height - 2 * size.margin;
  const points = values.map((value, place) => ({
    x: size.margin + place * step,
    // A line that never moved lies in the middle.
    y: size.margin + tall * (high === low ? 0.5 : (high - value) / (high - low)),
  }));
  const last = points.at(-1);
  return (
    <svg className="spark" width={size.width} height={size.height} role="img" aria-label={label}>
      <title>{label}</title>
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
      {last && <circle cx={last.x} cy={last.y} r="2.2" />}
    </svg>
  );
}
