/** The marks of the charts beside their words; pages and files take them from here. */
import type { DepartmentHistory, Light, StepGroup } from "../../api/types.ts";
import { LightShape } from "../../components/light-shape.tsx";
import { PunctualityMark } from "../../components/punctuality-mark.tsx";
import { lights } from "../../lib/lights.ts";
import type { Words } from "../../words/spoken-words.ts";
import { BulletMarks, type BulletValues } from "../bullet-marks.tsx";
import type { LegendItem } from "./drawing.ts";

const nothing: BulletValues = {
  achieved: null,
  expected: null,
  target: null,
  stretch: null,
  light: null,
  isCarriedForward: false,
};
const bulletMarks = {
  achieved: { ...nothing, achieved: 0.8 },
  expected: { ...nothing, expected: 0.5 },
  target: { ...nothing, target: 0.8 },
  carried: { ...nothing, achieved: 0.8, isCarriedForward: true },
  unreported: { ...nothing, light: "unreported" },
} as const satisfies Record<string, BulletValues>;
const bulletNames = ["achieved", "expected", "target", "carried", "unreported"] as const;

/** What the marks of bullet bars mean. */
export const bulletLegend = ({ t }: Words): LegendItem[] =>
  bulletNames.map((key) => ({
    key,
    mark: (
      <svg className="bullet" width="26" height="16" aria-hidden="true">
        <BulletMarks values={bulletMarks[key]} scale={{ low: 0, high: 1, span: null }} height={16} />
      </svg>
    ),
    word: t(`mark.${key}`),
  }));

/** The lights that occur, in the order of a table. */
export const lightLegend = ({ t }: Words, occurs: (light: Light) => boolean): LegendItem[] =>
  lights.filter(occurs).map((key) => ({
    key,
    mark: <LightShape light={key} size={12} />,
    word: t(`light.${key}`),
  }));

/** What the marks of the outlook mean. */
export function outlookLegend({ t }: Words): LegendItem[] {
  const marks = [
    { word: t("column.achieved"), mark: <rect className="outlook-bar" x={1} y={3} width={24} height={8} /> },
    {
      word: t("overview.outlook.interval"),
      mark: <rect className="outlook-band" x={1} y={1} width={24} height={12} />,
    },
    {
      word: t("overview.outlook.projected"),
      mark: (
        <>
          <line className="outlook-way" x1={1} x2={18} y1={7} y2={7} />
          <circle className="outlook-point" cx={20} cy={7} r={4} />
        </>
      ),
    },
    { word: t("overview.outlook.target"), mark: <path className="bullet-bracket" d="M9 1h5v12h-5" /> },
  ];
  return marks.map(({ word, mark }) => ({
    key: word,
    mark: (
      <svg width={26} height={14} aria-hidden="true">
        {mark}
      </svg>
    ),
    word,
  }));
}

/** What the marks of histories mean. */
export function historyLegend({ t }: Words): LegendItem[] {
  const marks = {
    actual: (
      <>
        <path className="history-actual" d="M1 12L12 6L27 3" />
        <circle className="history-reported-dot" cx="12" cy="6" r="2.4" />
      </>
    ),
    schedule: <path className="history-schedule" d="M1 12H9V8H18V4H27" />,
    forecast: (
      <>
        <path className="history-band" d="M1 9L27 1V12Z" />
        <path className="history-projected" d="M1 9L27 6" />
      </>
    ),
    target: <path className="history-bracket" d="M6 11V5H22V11" />,
    adjusted: <path className="history-adjusted" d="M1 11H14V4H27" />,
    carried: (
      <>
        <path className="history-carried" d="M1 7H27" />
        <circle className="history-carried-dot" cx="14" cy="7" r="2.6" />
      </>
    ),
    unreported: <circle className="history-unreported-dot" cx="14" cy="7" r="2.6" />,
    corrected: (
      <>
        <circle className="history-reported-dot" cx="11" cy="10" r="2.4" />
        <path className="history-notch" d="M13 1h7v7Z" />
      </>
    ),
  };
  const names = [
    ...(["actual", "schedule", "forecast", "target"] as const),
    ...(["adjusted", "carried", "unreported", "corrected"] as const),
  ];
  return names.map((key) => ({
    key,
    mark: (
      <svg width="28" height="14" aria-hidden="true">
        {marks[key]}
      </svg>
    ),
    word: t(`chain.mark.${key}`),
  }));
}

const Swatch = ({ tint }: { readonly tint: number }) => (
  <svg width="14" height="14" aria-hidden="true">
    <rect className={`step-part step-tint-${tint}`} x="1" y="1" width="12" height="12" />
  </svg>
);

/** The marks of the bars of quarters, and of more than one source the shade of each with who reports it. */
export function stepsLegend(
  { t, say }: Words,
  sources: StepGroup["sources"],
  tints: readonly number[],
  shades: number,
): LegendItem[] {
  const rest = sources.filter((_, place) => tints[place] === shades).length;
  const named = sources
    .map((source, place) => ({ source, tint: tints[place] ?? shades }))
    .filter(({ tint }) => tint < shades || rest === 1)
    .sort((one, other) => one.tint - other.tint);
  return [
    ...named.map(({ source: { measure, name, departmentName, gained }, tint }) => ({
      key: measure,
      mark: <Swatch tint={tint} />,
      word: t("chain.steps.source", { name: say(name), unit: say(departmentName), gained: gained.text }),
    })),
    ...(rest > 1
      ? [{ key: "rest", mark: <Swatch tint={shades} />, word: t("chain.steps.rest", { count: rest }) }]
      : []),
    {
      key: "due",
      mark: (
        <svg width="20" height="14" aria-hidden="true">
          <rect className="bullet-tick" x="0" y="6" width="20" height="2.5" />
        </svg>
      ),
      word: t("chain.steps.due"),
    },
    {
      key: "unreported",
      mark: (
        <svg width="14" height="14" aria-hidden="true">
          <circle className="bullet-dot" cx="7" cy="7" r="3.4" />
        </svg>
      ),
      word: t("chain.mark.unreported"),
    },
  ];
}

const punctualities = ["on-time", "late", "missing"] as const;

/** The lights and the marks of reports that occur in a unit's months. */
export const unitHistoryLegend = (words: Words, { months, periods }: DepartmentHistory): LegendItem[] => [
  ...lightLegend(words, (light) => months.some(({ lights: counts }) => counts[light] > 0)),
  ...punctualities
    .filter((punctuality) => periods.some((period) => period.punctuality === punctuality))
    .map((punctuality) => ({
      key: punctuality,
      mark: <PunctualityMark punctuality={punctuality} />,
      word: words.t(`reporting.punctuality.${punctuality}`),
    })),
];
