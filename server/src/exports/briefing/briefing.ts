/** What the files of a briefing are made of: the value that the page previews, and the flat list for those who pivot. */
import type { Briefing, FlatFigure } from "../../contract/briefing.ts";
import type { AnnexKey, BuiltSection } from "../../domain/briefing-skeleton.ts";
import type { MonthAnswers } from "../pictures/month-pictures.ts";

export type {
  Briefing,
  BriefingCorrection,
  BriefingDepartment,
  BriefingHeatMap,
  BriefingReporting,
  BriefingSection,
  BriefingSubject,
  BriefingTarget,
  FlatFigure,
  LightShare,
  OwingUnit,
} from "../../contract/briefing.ts";

/** Under which number and when a briefing goes out. */
export interface BriefingIssue {
  readonly year: number;
  readonly number: number;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** Everything that the files of one briefing show. */
export interface BriefingContent {
  readonly briefing: Briefing;
  /** The flat list, which is long and only some files hold. */
  readonly flat: () => readonly FlatFigure[];
  /** What the charts of the month are drawn of. */
  readonly charts: MonthAnswers;
  /** The text as the office builds it, and the tables that it wants behind it, in its order. */
  readonly sections: readonly BuiltSection[];
  readonly annexes: readonly AnnexKey[];
  /** Null for a draft. */
  readonly issue: BriefingIssue | null;
}
