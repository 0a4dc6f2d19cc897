import { BulletMarks, type BulletValues, bulletScale } from "../charts/bullet-marks.tsx";

/** One bullet bar as wide as its place; `label` says its numbers to those who hear the page. */
export function BulletBar({
  values,
  label,
  height = 28,
  scale,
}: {
  readonly values: BulletValues;
  readonly label: string;
  readonly height?: number;
  /** The ends of the scale where several bars share one; its own otherwise. */
  readonly scale?: { readonly low: number; readonly high: number };
}) {
  return (
    <svg className="bullet" width="100%" height={height} role="img" aria-label={label}>
      <BulletMarks values={values} scale={{ ...(scale ?? bulletScale(values)), span: null }} height={height} />
    </svg>
  );
}
