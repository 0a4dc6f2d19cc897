import type { Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { readingName } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import { narrowed, type Shown, type TableSource, type TakenTable } from "./table.ts";

interface Projected {
  readonly projected: Shown;
  readonly low: Shown;
  readonly high: Shown;
  readonly probability: Shown;
  readonly pace: Shown;
}

interface Prospect {
  readonly indicatorName: Text;
  readonly scopeName: Text | null;
  readonly reading: Reading;
  readonly unit: Text;
  readonly targetText: Text;
  readonly achieved: Shown;
  readonly forecast: Projected | null;
}

const none: Shown = { value: null, text: "—" };
const unprojected: Projected = { projected: none, low: none, high: none, probability: none, pace: none };

/** Whether the overall goals will be met as things go; a dash where nothing is projected. */
export function outlookTable(
  answer: TableSource & { readonly prospects: readonly Prospect[]; readonly sentence: Text },
): TakenTable {
  return {
    name: { zh: "能否如期完成", en: "Will we make it" },
    title: answer.sentence,
    unit: null,
    columns: [
      { heading: headings.goal },
      { heading: headings.unit },
      { heading: headings.target },
      { heading: headings.achieved, isFigure: true },
      { heading: headings.projected, isFigure: true },
      { heading: headings.low, isFigure: true },
      { heading: headings.high, isFigure: true },
      { heading: headings.probability, isFigure: true, isPercent: true },
      { heading: headings.pace, isFigure: true },
    ],
    rows: answer.prospects.map(({ forecast, ...each }) => {
      const { projected, low, high, probability, pace } = forecast ?? unprojected;
      const goal = narrowed(readingName(each.reading, each.indicatorName), each.scopeName);
      return [goal, each.unit, each.targetText, each.achieved, projected, low, high, probability, pace];
    }),
  };
}
