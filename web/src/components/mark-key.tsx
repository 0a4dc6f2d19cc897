import { BulletMarks, type BulletValues } from "../charts/bullet-marks.tsx";
import { useWords } from "../words/use-words.ts";

const nothing: BulletValues = {
  achieved: null,
  expected: null,
  target: null,
  stretch: null,
  light: null,
  isCarriedForward: false,
};
const marks = {
  achieved: { ...nothing, achieved: 0.8 },
  expected: { ...nothing, expected: 0.5 },
  target: { ...nothing, target: 0.8 },
  carried: { ...nothing, achieved: 0.8, isCarriedForward: true },
  unreported: { ...nothing, light: "unreported" },
} as const satisfies Record<string, BulletValues>;
const names = ["achieved", "expected", "target", "carried", "unreported"] as const;

/** What the marks of the bars mean, drawn by the marks themselves. */
export function MarkKey() {
  const { t } = useWords();
  return (
    <p className="mark-key" data-legend="">
      <span className="unseen">{t("mark.legend")}</span>
      {names.map((name) => (
        <span key={name}>
          <svg className="bullet" width="26" height="16" aria-hidden="true">
            <BulletMarks values={marks[name]} scale={{ low: 0, high: 1, span: null }} height={16} />
          </svg>
          {t(`mark.${name}`)}
        </span>
      ))}
    </p>
  );
}
