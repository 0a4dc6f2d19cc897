import type { Light, Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { readingName } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import { lightCell, narrowed, type Shown, type TableSource, type TakenTable } from "./table.ts";

interface Measure {
  readonly key: string;
  readonly name: Text;
  readonly scopeName: Text | null;
  readonly reportingUnit: Text;
  readonly values: readonly { readonly month: string; readonly reportedAt: string; readonly isSuperseded: boolean }[];
  readonly targets: readonly {
    readonly target: { readonly reading: Reading; readonly text: Text; readonly unit: Text };
    readonly history: readonly {
      readonly month: string;
      readonly achieved: Shown;
      readonly expected: Shown;
      readonly completion: Shown;
      readonly light: Light | null;
    }[];
  }[];
}

/** Every month of a subject's targets, the last first: of all of them, or of one measure in one reading (`measure.reading`). */
export function historyTable(
  answer: Omit<TableSource, "horizon"> & {
    readonly subject: { readonly name: Text };
    readonly measures: readonly Measure[];
  },
  asked: string | undefined,
): TakenTable {
  const found = answer.measures.flatMap((measure) =>
    measure.targets
      .filter(({ target }) => asked === undefined || `${measure.key}.${target.reading}` === asked)
      .map((each) => ({ measure, ...each })),
  );
  const [first] = found;
  const isOne = asked !== undefined && first !== undefined;
  const named = (measure: Measure, reading: Reading) => narrowed(readingName(reading, measure.name), measure.scopeName);
  const whole = answer.subject.name;
  const own = isOne ? named(first.measure, first.target.reading) : null;
  return {
    name: { zh: `${whole.zh}历程`, en: `${whole.en} over time` },
    title: own === null ? whole : { zh: `${whole.zh} · ${own.zh}`, en: `${whole.en} · ${own.en}` },
    unit: isOne ? first.target.unit : null,
    columns: [
      { heading: headings.indicator },
      { heading: headings.unit },
      { heading: headings.target },
      { heading: headings.month },
      { heading: headings.achieved, isFigure: true },
      { heading: headings.expected, isFigure: true },
      { heading: headings.completion, isFigure: true, isPercent: true },
      { heading: headings.light },
      { heading: headings.reportedBy },
      { heading: headings.reportedOn },
    ],
    rows: found.flatMap(({ measure, target, history }) =>
      history.toReversed().map((point) => {
        const report = measure.values.find(({ month, isSuperseded }) => month === point.month && !isSuperseded);
        return [
          named(measure, target.reading),
          target.unit,
          target.text,
          point.month,
          ...[point.achieved, point.expected, point.completion],
          lightCell(point.light, answer.quotation.basis),
          measure.reportingUnit,
          report?.reportedAt.slice(0, 10) ?? "",
        ];
      }),
    ),
  };
}
