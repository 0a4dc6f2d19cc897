import type {
  AssignmentRole,
  Comparator,
  CurveKind,
  DepartmentKind,
  Direction,
  Frequency,
  Hardness,
  IncentiveForm,
  JurisdictionKind,
  MarketEntityWord,
  Nature,
  Reading,
  RuleMode,
  ScopeKind,
  SubjectKind,
} from "@beizeng/db/vocabulary";

/**
 * A plan file as written, member by member what `seeds/plan.schema.json` says; the descriptions stand there.
 * Months are `2022-09`, dates `2022-09-30`, ids lower-case words joined by hyphens.
 */
export type PlanDocument = {
  $schema?: string;
  id: string;
  title: Text;
  documentNumber: string | null;
  issuer: string;
  jurisdiction: string;
  marketEntityWord?: MarketEntityWord;
  issuedOn: string;
  publishedOn?: string;
  effectiveFrom?: string;
  expiresOn?: string;
  calendar: { frequency: Frequency; firstPeriod: string; dueDay: number; reason?: Text };
  lightRules?: LightRuleEntry[];
  entryCalendar?: number[];
  jurisdictions: JurisdictionEntry[];
  departments: DepartmentEntry[];
  indicators: IndicatorEntry[];
  subjects: SubjectEntry[];
  notes?: Text[];
  incentives: IncentiveEntry[];
};

/** Chinese as an office writes it, and English. */
export type Text = { zh: string; en: string };

/** A rule of lights in force from a month on; the tolerance is whole percent. */
export type LightRuleEntry = { from: string; mode: RuleMode; tolerancePercent: number; isInclusive: boolean };

/** A GB/T 2260 place, or a development zone under a local code; `parent` is null for the nation alone. */
export type JurisdictionEntry = {
  code: string;
  name: Text;
  kind: JurisdictionKind;
  parent: string | null;
  validFrom?: string;
  validTo?: string;
};

/** A responsible unit; `members` and `membersAreComplete` stand on a group alone. */
export type DepartmentEntry = {
  id: string;
  name: Text;
  kind: DepartmentKind;
  jurisdiction: string;
  aliases?: string[];
  members?: { department: string; from?: string; to?: string }[];
  membersAreComplete?: boolean;
};

/** A definition that many subjects share; `decimals` is 0…6. */
export type IndicatorEntry = {
  id: string;
  name: Text;
  unit: Text;
  decimals: number;
  isIndivisible: boolean;
  definition?: Text;
};

/** What figures are about, with the units responsible in the order of the document. */
export type SubjectEntry = {
  id: string;
  kind: SubjectKind;
  name: Text;
  clause: string;
  park?: Text;
  leadEnterprise?: Text;
  directions?: Text[];
  assignments?: { department: string; role: AssignmentRole }[];
  reporting?: string;
  measures: MeasureEntry[];
};

/** A quantity followed; `each` names a group and stands for one measure a member. */
export type MeasureEntry = {
  indicator: string;
  nature: Nature;
  scope?: { id: string; kind: ScopeKind; name: Text };
  each?: string;
  opening?: { month: string; value: number; implied?: Text };
  reporting?: string;
  targets: TargetEntry[];
};

/** What a plan says of a measure; exactly one of `deadline`, `standing` and `yearly` is given. */
export type TargetEntry = {
  reading: Reading;
  comparator: Comparator;
  value: number;
  stretch?: number;
  direction?: Direction;
  origin?: string;
  deadline?: string;
  standing?: true;
  yearly?: { from: number; to: number };
  hardness: Hardness;
  clause: string;
  curve: CurveKind;
  table?: Record<string, number>;
  ambiguous?: Text;
  implied?: Text;
  madeOf?: { kind: SubjectKind; indicator: string; reading: Reading; note?: Text };
};

/** The level of recognition that earns an incentive. */
export type RecognitionLevel = "national" | "province" | "prefecture" | "county";

/** One promise of money (奖补); an amount of null is left open by the text. */
export type IncentiveEntry = {
  id: string;
  clause: string;
  trigger: Text;
  form: IncentiveForm;
  amounts: {
    label?: Text;
    level?: RecognitionLevel;
    year?: number;
    threshold?: { value: number; unit: Text };
    value: number | null;
    valueTo?: number;
    unit: Text;
  }[];
  cap?: { value: number; unit: Text };
  payer?: Text;
  departments?: string[];
  validFrom?: string;
  validTo?: string;
};
