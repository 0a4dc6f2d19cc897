import type {
  AssignmentRole,
  Comparator,
  CurveKind,
  DepartmentKind,
  Direction,
  Hardness,
  MarketEntityWord,
  Nature,
  Reading,
  ScopeKind,
  SubjectKind,
} from "@beizeng/db/vocabulary";
import type { Decimal } from "@beizeng/server/domain/model.ts";
import type {
  IncentiveEntry,
  IndicatorEntry,
  JurisdictionEntry,
  LightRuleEntry,
  PlanDocument,
  Text,
} from "./plan-types.ts";

/**
 * A plan with everything derived and flat, for the loader and the checker. Lists keep the order of the document;
 * keys are unique within the plan; what is absent is null or an empty list; values are exact decimals.
 */
export type ExpandedPlan = {
  id: string;
  title: Text;
  documentNumber: string | null;
  issuer: string;
  jurisdiction: string;
  marketEntityWord: MarketEntityWord;
  issuedOn: string;
  publishedOn: string | null;
  effectiveFrom: string | null;
  expiresOn: string | null;
  calendar: Omit<PlanDocument["calendar"], "reason"> & { reason: Text | null };
  /** Empty: the house rule. */
  lightRules: LightRuleEntry[];
  /** Cumulative percent at the end of January to December; null: the house table. */
  entryCalendar: number[] | null;
  jurisdictions: (Omit<JurisdictionEntry, "validFrom" | "validTo"> & {
    validFrom: string | null;
    validTo: string | null;
  })[];
  departments: ExpandedDepartment[];
  indicators: (Omit<IndicatorEntry, "definition"> & { definition: Text | null })[];
  subjects: ExpandedSubject[];
  measures: ExpandedMeasure[];
  targets: ExpandedTarget[];
  /** Deadline months in order, then `standing` where the plan has such targets. */
  horizons: string[];
  /** What was decided where the document is silent or damaged. */
  notes: Text[];
  incentives: IncentiveEntry[];
};

/** A responsible unit; `members` is empty for all but groups. */
export type ExpandedDepartment = {
  id: string;
  name: Text;
  kind: DepartmentKind;
  jurisdiction: string;
  aliases: string[];
  members: { department: string; from: string | null; to: string | null }[];
  membersAreComplete: boolean;
};

/** A subject with at least one assignment: the issuer's is implied where the text names no unit. */
export type ExpandedSubject = {
  id: string;
  kind: SubjectKind;
  name: Text;
  clause: string;
  park: Text | null;
  leadEnterprise: Text | null;
  directions: Text[];
  assignments: { department: string; role: AssignmentRole; isImplied: boolean }[];
  /** The department that reports the subject's measures, unless a measure says otherwise. */
  reporting: string;
};

/** A quantity followed, key `subject.indicator` or `subject.indicator.scope` (the member's id for `each`). */
export type ExpandedMeasure = {
  key: string;
  subject: string;
  indicator: string;
  scope: { id: string; kind: ScopeKind; name: Text } | null;
  nature: Nature;
  opening: { month: string; value: Decimal; implied: Text | null } | null;
  /** The department that reports it. */
  reporting: string;
};

/** A target, key `measure.reading.horizon`; `deadline` is null exactly when the horizon is `standing`. */
export type ExpandedTarget = {
  key: string;
  measure: string;
  reading: Reading;
  horizon: string;
  comparator: Comparator;
  /** In the indicator's unit, in percent for growth readings, 1 for done; the lower end of a range. */
  value: Decimal;
  /** The upper end of a range, else null. */
  stretch: Decimal | null;
  direction: Direction;
  origin: string;
  deadline: string | null;
  /** One year of a quota of every year. */
  isYearly: boolean;
  hardness: Hardness;
  clause: string;
  curve: CurveKind;
  /** The custom curve by month, empty for the other curves. */
  table: { month: string; percent: Decimal }[];
  ambiguous: Text | null;
  implied: Text | null;
  /** The rule by which a headline is made of parts, and the keys of the targets that it finds. */
  madeOf: { kind: SubjectKind; indicator: string; reading: Reading; note: Text | null; parts: string[] } | null;
};
