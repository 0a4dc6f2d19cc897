import { type Light, lights } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { lightWord } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import type { Shown, TableSource, TakenTable } from "./table.ts";

interface Unit {
  readonly department: { readonly name: Text };
  readonly sentence: Text;
  readonly months: readonly {
    readonly month: string;
    readonly composite: Shown;
    readonly counted: number;
    readonly reported: number;
    readonly targets: number;
    readonly lights: Readonly<Record<Light | "none", number>>;
  }[];
}

const counted = (count: number): Shown => ({ value: count, text: String(count) });

/** Units month by month, the last month first: composite, what is reported of what is due, and the targets at each light. */
export function departmentHistoriesTable(
  answer: TableSource & { readonly units: readonly Unit[]; readonly sentence: Text },
): TakenTable {
  const [first, ...rest] = answer.units;
  const isOne = first !== undefined && rest.length === 0;
  const name: Text = { zh: "责任单位历程", en: "Units over time" };
  return {
    name,
    title: isOne ? first.sentence : answer.sentence,
    unit: null,
    columns: [
      { heading: headings.department },
      { heading: headings.month },
      { heading: headings.composite, isFigure: true, isPercent: true },
      { heading: headings.countedTargets, isFigure: true },
      { heading: headings.reportedTargets, isFigure: true },
      { heading: headings.dueTargets, isFigure: true },
      ...lights.map((light) => ({ heading: lightWord(light, answer.quotation.basis), isFigure: true as const })),
    ],
    rows: answer.units.flatMap(({ department, months }) =>
      months
        .toReversed()
        .map((each) => [
          department.name,
          each.month,
          each.composite,
          ...[each.counted, each.reported, each.targets].map(counted),
          ...lights.map((light) => counted(each.lights[light])),
        ]),
    ),
  };
}
