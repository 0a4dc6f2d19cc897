/** What the sentences of a briefing are made from: the values that its tables show, and nothing beside them. */
import type {
  Basis,
  Direction,
  JurisdictionKind,
  Light,
  Nature,
  Punctuality,
  Reading,
  SubjectKind,
} from "../../../db/src/vocabulary.ts";
import type { Text } from "./model.ts";

/** A quantity as it is shown. */
interface Shown {
  readonly value: number | null;
  readonly text: string;
}

/** A target as its row tells it. */
export interface ToldTarget {
  readonly subject: { readonly kind: SubjectKind; readonly name: Text };
  readonly name: Text;
  readonly nature: Nature;
  readonly yardstick: "curve" | "bar" | "target";
  readonly lead: readonly Text[];
  readonly responsible: readonly Text[];
  readonly shortfall: Shown;
  readonly since: string | null;
  readonly assessment: {
    readonly indicatorName: Text;
    readonly scopeName: Text | null;
    readonly reading: Reading;
    readonly direction: Direction;
    readonly unit: Text;
    readonly origin: string;
    readonly deadline: string | null;
    readonly judgedMonth: string | null;
    readonly achieved: Shown;
    readonly targetText: Text;
    readonly gap: Shown;
    readonly remaining: Shown;
    readonly completion: Shown;
    readonly completionBasis: "increment" | "whole" | "met-only";
    readonly isMet: boolean | null;
    readonly light: Light | null;
    readonly cause: string;
    readonly metLateAt: string | null;
    readonly rollUp: { readonly partsReported: number; readonly parts: number; readonly unallocated: Shown } | null;
  };
}

/** A headline, a chain or a task with its targets. */
export interface ToldSubject {
  readonly subject: { readonly kind: SubjectKind; readonly name: Text };
  readonly lightWord: Text;
  readonly targets: readonly ToldTarget[];
}

/** How many stand at a light. */
export interface ToldLights {
  readonly total: number;
  readonly rows: readonly {
    readonly light: Light | null;
    readonly word: Text;
    readonly count: number;
    readonly share: Shown;
  }[];
}

/** All that the text of a briefing is made from. */
export interface ToldBriefing {
  readonly plan: {
    readonly title: Text;
    readonly jurisdiction: { readonly name: Text; readonly kind: JurisdictionKind };
    readonly frequency: "month" | "quarter";
  };
  readonly month: string;
  readonly horizon: string;
  readonly horizonName: Text;
  readonly basis: Basis;
  readonly headline: readonly ToldSubject[];
  readonly chains: readonly ToldSubject[];
  readonly lights: ToldLights;
  readonly chainLights: ToldLights;
  readonly behind: readonly ToldTarget[];
  readonly departments: readonly { readonly department: { readonly name: Text }; readonly behind: number }[];
  readonly owing: readonly { readonly name: Text; readonly targets: number }[];
  readonly reporting: {
    readonly latestPeriod: string | null;
    readonly units: readonly {
      readonly name: Text;
      readonly cells: readonly ({
        readonly cell: { readonly period: string; readonly punctuality: Punctuality };
      } | null)[];
    }[];
  };
  readonly outlook: {
    readonly prospects: readonly {
      readonly target: string;
      readonly subject: { readonly name: Text };
      readonly indicatorName: Text;
      readonly scopeName: Text | null;
      readonly reading: Reading;
      readonly unit: Text;
      readonly remaining: Shown;
      readonly forecast: { readonly pace: Shown } | null;
    }[];
  };
  readonly monthsLeft: number | null;
  readonly reconciliations: readonly {
    readonly name: Text;
    readonly unit: Text;
    readonly targetValue: Shown;
    readonly unallocated: Shown;
  }[];
}
