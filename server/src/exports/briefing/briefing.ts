/** What the files of a briefing are made of: the value that the page previews, and the flat list for those who pivot. */
import type { Briefing, FlatFigure } from "../../contract/briefing.ts";

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

/** Everything that the files of one briefing show. */
export interface BriefingFigures {
  readonly briefing: Briefing;
  /** The flat list, which is long and only some files hold. */
  readonly flat: () => readonly FlatFigure[];
}
