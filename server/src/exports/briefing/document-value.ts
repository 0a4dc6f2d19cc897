/** What the Word document of a briefing (通报) prints: a part of the value that all its files are made of. */
import type { Basis, Comparator, Light, Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import type { Shown } from "../tables/table.ts";
import type { Briefing } from "./briefing.ts";

/** A target of a subject as a row of a table and a bar of a chart. */
export interface PrintedTarget {
  readonly name: Text;
  readonly lead: readonly Text[];
  readonly lightWord: Text;
  readonly shortfall: Shown;
  readonly rank: number | null;
  readonly assessment: {
    readonly indicator: string;
    readonly reading: Reading;
    readonly comparator: Comparator;
    readonly unit: Text;
    readonly achieved: Shown;
    readonly achievedText: Text;
    readonly targetValue: Shown;
    readonly stretch: Shown | null;
    readonly expected: Shown;
    readonly gap: Shown;
    readonly completion: Shown;
    readonly light: Light | null;
    readonly isCarriedForward: boolean;
    readonly scopeName: Text | null;
  };
}

/** A headline, a chain or a task; one without targets is a row of —. */
export interface PrintedSubject {
  readonly subject: { readonly key: string; readonly name: Text };
  readonly lead: readonly Text[];
  readonly lightWord: Text;
  readonly targets: readonly PrintedTarget[];
}

/** A responsible unit with its place. */
export interface PrintedDepartment {
  readonly department: { readonly name: Text };
  readonly rank: number | null;
  readonly rankText: Text;
  readonly composite: Shown;
  readonly targets: number;
  readonly reported: number;
  readonly behind: number;
  readonly punctuality: { readonly onTime: number; readonly late: number; readonly missing: number };
}

/** How the reporting units stand with each period. */
export interface PrintedReporting {
  readonly periods: readonly string[];
  readonly units: readonly {
    readonly name: Text;
    readonly onTime: number;
    readonly late: number;
    readonly missing: number;
    readonly cells: readonly ({ readonly word: Text } | null)[];
  }[];
}

/** The value of the document. */
export interface PrintedBriefing
  extends Pick<Briefing, "appraisal" | "behind" | "outlook" | "changes" | "reconciliations" | "corrections"> {
  readonly plan: { readonly issuer: Text };
  readonly month: string;
  readonly basis: Basis;
  readonly edition: { readonly edition: number; readonly hash: string; readonly closedAt: string } | null;
  readonly isDemonstration: boolean;
  readonly today: string;
  readonly title: string;
  /** 截至 and basis stand below the title; the others, about the version, at the end of the text. */
  readonly remarks: readonly string[];
  readonly sections: readonly {
    readonly key: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
  }[];
  readonly headline: readonly PrintedSubject[];
  readonly chains: readonly PrintedSubject[];
  readonly tasks: readonly PrintedSubject[];
  readonly departments: readonly PrintedDepartment[];
  readonly reporting: PrintedReporting;
  readonly heatMap: {
    readonly months: readonly string[];
    readonly rows: readonly {
      readonly subject: { readonly name: Text };
      readonly target: string | null;
      readonly name: Text;
      readonly lights: readonly (Light | null)[];
      readonly corrected: readonly string[];
    }[];
  };
}
