/** What a picture of a chart is made of, and what it says of itself. */
import { createElement, type ReactElement } from "react";
import type { Basis, Light } from "../../../../db/src/vocabulary.ts";
import { lightPaths } from "../../../../web/src/charts/light-paths.ts";
import type { Text } from "../../domain/model.ts";
import { type Language, tell, tellLight, tellMonth } from "./words.ts";

/** What every answer about a plan's figures says of itself, as far as a picture repeats it. */
export interface PictureSource {
  readonly plan: { readonly title: Text; readonly jurisdiction: { readonly name: Text } };
  readonly quotation: {
    readonly month: string;
    readonly basis: Basis;
    readonly asKnownOn: string | null;
    readonly isDemonstration: boolean;
  };
}

/** How a picture is asked for. */
export interface PictureWish {
  readonly language: Language;
  /** Of a chart of several indicators the one to draw, `indicator.reading`; the page's first where it is left out. */
  readonly indicator: string | null;
  /** The closed state of the month that is drawn; null for the figures as they stand. */
  readonly edition: number | null;
}

/** A mark of the legend beside its word. */
export interface LegendEntry {
  readonly mark: ReactElement;
  readonly word: string;
}

/** A chart as a component of the pages, with what stands around it; `chart` is null where there is nothing to draw. */
export interface TakenPicture {
  readonly chart: ReactElement | null;
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly legend: readonly LegendEntry[];
}

/** How wide charts are drawn, in px: a page of A4 between its margins, legible. */
export const pictureWidth = 720;

/** Place, plan, unit, 截至, basis and what is known, as one line. */
export function subtitleOf(
  { plan, quotation }: PictureSource,
  { language, edition }: PictureWish,
  unit: Text | null,
): string {
  const { month, basis, asKnownOn } = quotation;
  return [
    plan.jurisdiction.name[language],
    plan.title[language],
    unit && tell(language, "unitIs", { unit: unit[language] }),
    tell(language, "asOf", { month: tellMonth(language, month) }),
    tell(language, `basis.${basis}`),
    edition !== null && tell(language, "editionIs", { edition: String(edition) }),
    asKnownOn && tell(language, "knownOn", { day: asKnownOn }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Whose figures they are, and whether they are invented. */
export function notesOf({ quotation }: PictureSource, { language }: PictureWish): readonly string[] {
  const { basis, isDemonstration } = quotation;
  return [tell(language, `basisLine.${basis}`), ...(isDemonstration ? [tell(language, "demonstration.word")] : [])];
}

/** The lights in the order of a legend: what is done, what runs, what needs a look, what cannot be judged. */
const inOrder: readonly Light[] = [
  ...(["met", "on-schedule", "behind", "far-behind"] as const),
  ...(["missed", "unreported", "not-due"] as const),
];

/** The lights that occur, each by its shape. */
export function lightLegend(occurring: readonly Light[], basis: Basis, { language }: PictureWish): LegendEntry[] {
  return inOrder
    .filter((light) => occurring.includes(light))
    .map((light) => {
      const { path, stroke } = lightPaths[light];
      const drawn =
        stroke === 0 ? { fill: "currentColor" } : { fill: "none", stroke: "currentColor", strokeWidth: stroke };
      const square = { viewBox: "0 0 16 16", width: 12, height: 12 };
      return {
        mark: createElement(
          "svg",
          { className: `light-${light}`, ...square },
          createElement("path", { d: path, ...drawn }),
        ),
        word: tellLight(language, light, basis),
      };
    });
}
