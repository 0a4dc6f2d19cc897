import type { Text } from "../schema/column-makers.ts";
import type { CurvePoint } from "../schema/measure-tables.ts";
import type {
  AssignmentRole,
  Comparator,
  CurveKind,
  DepartmentKind,
  Direction,
  Frequency,
  Hardness,
  JurisdictionKind,
  MarketEntityWord,
  Nature,
  Reading,
  RuleMode,
  ScopeKind,
  SubjectKind,
} from "../vocabulary.ts";

/** An exact decimal: digits / 10^decimals. */
export type Decimal = { digits: number; decimals: number };

/** The decimal of two columns that are stored together; null when they are. */
export function decimalOf(digits: number | null, decimals: number | null): Decimal | null {
  return digits === null || decimals === null ? null : { digits, decimals };
}

/** A place as a plan lists it; parents are in the same list or already stored. */
export type PlaceContent = {
  code: string;
  name: Text;
  kind: JurisdictionKind;
  parent: string | null;
  validFrom: string | null;
  validTo: string | null;
};

/** A unit as a plan lists it, members by key. */
export type DepartmentContent = {
  id: string;
  name: Text;
  kind: DepartmentKind;
  jurisdiction: string;
  aliases: string[];
  members: { department: string; from: string | null; to: string | null }[];
  membersAreComplete: boolean;
};

/** An indicator as a plan lists it. */
export type IndicatorContent = {
  id: string;
  name: Text;
  unit: Text;
  decimals: number;
  isIndivisible: boolean;
  definition: Text | null;
};

/** A subject as a plan lists it. */
export type SubjectContent = {
  id: string;
  kind: SubjectKind;
  name: Text;
  clause: string;
  park: Text | null;
  leadEnterprise: Text | null;
  directions: Text[];
  assignments: { department: string; role: AssignmentRole; isImplied: boolean }[];
  reporting: string;
};

/** A measure, its subject and indicator by key. */
export type MeasureContent = {
  key: string;
  subject: string;
  indicator: string;
  scope: { id: string; kind: ScopeKind; name: Text } | null;
  nature: Nature;
  opening: { month: string; value: Decimal; implied: Text | null } | null;
  reporting: string;
};

/** A target, its measure and parts by key. */
export type TargetContent = {
  key: string;
  measure: string;
  reading: Reading;
  horizon: string;
  comparator: Comparator;
  value: Decimal;
  stretch: Decimal | null;
  direction: Direction;
  origin: string;
  deadline: string | null;
  isYearly: boolean;
  hardness: Hardness;
  clause: string;
  curve: CurveKind;
  table: { month: string; percent: Decimal }[];
  ambiguous: Text | null;
  implied: Text | null;
  madeOf: { note: Text | null; parts: string[] } | null;
};

/** Everything that a plan file says, flat and by key: what `insertPlan` writes. Lists keep the order of the document. */
export type PlanContent = {
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
  calendar: { frequency: Frequency; firstPeriod: string; dueDay: number; reason: Text | null };
  lightRules: { from: string; mode: RuleMode; tolerancePercent: number; isInclusive: boolean }[];
  entryCalendar: number[] | null;
  jurisdictions: PlaceContent[];
  departments: DepartmentContent[];
  indicators: IndicatorContent[];
  subjects: SubjectContent[];
  measures: MeasureContent[];
  targets: TargetContent[];
  incentives: { id: string }[];
};

/** A decimal as a whole number scaled by ten to `decimals`; throws RangeError where that would lose a digit. */
export function scaled({ digits, decimals: written }: Decimal, decimals: number): number {
  const amount = digits * 10 ** (decimals - written);
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${digits}/10^${written} has more than ${decimals} decimals`);
  return amount;
}

/** A custom curve's points as stored; the percents of a curve are configuration, not figures. */
export function curvePointsOf(target: TargetContent): CurvePoint[] | null {
  if (target.curve !== "custom") return null;
  return target.table.map(({ month, percent }) => ({ month, percent: percent.digits / 10 ** percent.decimals }));
}
