import { createElement } from "react";
import type { Light } from "../../../../db/src/vocabulary.ts";
import { ShortfallChart } from "../../../../web/src/charts/shortfall-chart.tsx";
import type { Text } from "../../domain/model.ts";
import {
  lightLegend,
  notesOf,
  type PictureSource,
  type PictureWish,
  pictureWidth,
  subtitleOf,
  type TakenPicture,
} from "./taken-picture.ts";
import { tell, tellDistance } from "./words.ts";

interface Shown {
  readonly value: number | null;
  readonly text: string;
}

/** The ranking of the gap, as far as its picture shows it. */
export interface ShortfallsSource extends PictureSource {
  readonly groups: readonly {
    readonly key: string;
    readonly unit: Text;
    readonly sentence: Text;
    readonly rows: readonly {
      readonly target: string;
      readonly subject: { readonly name: Text };
      readonly scopeName: Text | null;
      readonly light: Light;
      readonly shortfall: Shown;
      readonly cumulative: Shown;
      readonly since: string;
    }[];
  }[];
}

/** Which targets of an indicator lack most; of the first indicator of which any lacks where none is asked for. */
export function shortfallsPicture(answer: ShortfallsSource, wish: PictureWish): TakenPicture {
  const { language, indicator } = wish;
  const lacking = answer.groups.filter(({ rows }) => rows.length > 0);
  const group = indicator === null ? lacking[0] : lacking.find(({ key }) => key === indicator);
  const notes = notesOf(answer, wish);
  if (group === undefined) {
    const title = tell(language, "overview.shortfalls.none");
    return { chart: null, title, subtitle: subtitleOf(answer, wish, null), notes, legend: [] };
  }
  const title = group.sentence[language];
  const chart = createElement(ShortfallChart, {
    rows: group.rows.map((row) => ({
      key: row.target,
      name: row.subject.name[language],
      note: row.scopeName?.[language],
      figures: [row.cumulative.text, row.since],
      value: row.shortfall.value ?? 0,
      quantity: tell(language, "short", { gap: tellDistance(language, row.shortfall.text, group.unit) }),
      light: row.light,
    })),
    width: pictureWidth,
    columns: [
      { heading: tell(language, "overview.shortfalls.cumulative"), width: 84 },
      { heading: tell(language, "overview.shortfalls.since"), width: 92 },
    ],
    label: title,
  });
  const seen = group.rows.map(({ light }) => light);
  return {
    ...{ chart, title, notes },
    subtitle: subtitleOf(answer, wish, group.unit),
    legend: lightLegend(seen, answer.quotation.basis, wish),
  };
}
