import { jurisdictionKinds } from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import { sectionKeys } from "../domain/briefing-words.ts";
import { yardsticks } from "../domain/told.ts";
import { BriefingAppraisal } from "./appraisal.ts";
import { Assessment } from "./assessment.ts";
import { TargetChange } from "./changes.ts";
import {
  Basis,
  DepartmentKind,
  Figure,
  Frequency,
  Horizon,
  Key,
  Light,
  LightCounts,
  Month,
  Nature,
  nullable,
  oneOf,
  Text,
} from "./common.ts";
import { DepartmentSum } from "./departments.ts";
import { Prospect } from "./outlook.ts";
import { Reconciliation, SubjectSummary } from "./plans.ts";
import { ReportingCell } from "./reporting.ts";
import { ShortfallGroup } from "./shortfalls.ts";

const Section = oneOf(sectionKeys, { $id: "BriefingSectionKey" });
const PlaceKind = oneOf(jurisdictionKinds, { $id: "JurisdictionKind" });
const Count = Type.Integer();

/** A target as a row of a table: the judgement, and what a reader asks of it beside others. */
export const BriefingTarget = Type.Object(
  {
    subject: SubjectSummary,
    /** What it counts, with the part of the subject that it is about: 新增规上企业（交口县）. */
    name: Text,
    lead: Type.Array(Text, { description: "牵头单位; empty where the text names none." }),
    responsible: Type.Array(Text, { description: "责任单位." }),
    reportingUnit: Text,
    assessment: Assessment,
    /** The word of the light on this basis; — for none. */
    lightWord: Text,
    /** What it lacks: to the schedule while it runs, to the target once it was missed; — where it lacks nothing. */
    shortfall: Figure,
    /** The first month of the unbroken run in which it has been behind; null where it is not. */
    since: nullable(Month),
    /** Its place by completion among the chains' targets of its indicator and reading; null where nothing can be ranked. */
    rank: nullable(Count),
    ranked: Type.Integer({ description: "How many have such a place." }),
    /** The places of its figures. */
    decimals: Count,
    nature: Nature,
    /** What its light was decided by: the schedule, a nearer target that came due, or the target itself. */
    yardstick: oneOf(yardsticks, { $id: "Yardstick" }),
  },
  { $id: "BriefingTarget" },
);

/** A headline, a chain or a task with its targets of the horizon; without any it is a row of —. */
export const BriefingSubject = Type.Object(
  {
    subject: SubjectSummary,
    lead: Type.Array(Text),
    responsible: Type.Array(Text),
    /** Of its targets the light that asks for most attention. */
    light: nullable(Light),
    lightWord: Text,
    targets: Type.Array(BriefingTarget),
  },
  { $id: "BriefingSubject" },
);

/** How many stand at a light (null: without one), and their share of all. */
export const LightShare = Type.Object(
  { light: nullable(Light), word: Text, count: Count, share: Figure },
  { $id: "LightShare" },
);

/** A responsible unit (责任单位) with its place. */
export const BriefingDepartment = Type.Object(
  {
    department: Type.Object({ key: Key, name: Text, kind: DepartmentKind }),
    rank: nullable(Count),
    /** The rank as a table shows it: 1, 未报齐 (未核齐), or — where nothing can be weighed. */
    rankText: Text,
    composite: Figure,
    counted: Count,
    reported: Count,
    targets: Count,
    lights: LightCounts,
    behind: Type.Integer({ description: "Targets that are behind, far behind or missed." }),
    sums: Type.Array(DepartmentSum),
    punctuality: Type.Object({ onTime: Count, late: Count, missing: Count }),
  },
  { $id: "BriefingDepartment" },
);

/** How the reporting units stand with each period up to the month. */
export const BriefingReporting = Type.Object(
  {
    periods: Type.Array(Month),
    units: Type.Array(
      Type.Object({
        department: Key,
        name: Text,
        onTime: Count,
        late: Count,
        missing: Count,
        /** One for each of `periods`, null where nothing is asked of it. */
        cells: Type.Array(nullable(Type.Object({ cell: ReportingCell, word: Text }))),
      }),
    ),
    latestPeriod: nullable(Month),
    reported: Type.Integer({ description: "Units that have handed the latest period in, of those asked." }),
    asked: Count,
  },
  { $id: "BriefingReporting" },
);

/** A unit whose figures of the latest period are not there, and for how many targets. */
export const OwingUnit = Type.Object({ name: Text, targets: Count }, { $id: "OwingUnit" });

/** The lights month by month: subjects, each before its targets. */
export const BriefingHeatMap = Type.Object(
  {
    months: Type.Array(Month),
    rows: Type.Array(
      Type.Object({
        subject: SubjectSummary,
        target: nullable(Type.String()),
        /** The subject's name, or what the target counts. */
        name: Text,
        lights: Type.Array(nullable(Light)),
        corrected: Type.Array(Month),
      }),
    ),
  },
  { $id: "BriefingHeatMap" },
);

/** A reported figure that stands corrected in what is quoted (更正). */
export const BriefingCorrection = Type.Object(
  {
    subject: Text,
    name: Text,
    /** The month that the figure is of. */
    month: Month,
    field: Text,
    former: Figure,
    now: Figure,
    unit: Text,
    reason: nullable(Type.String()),
    acceptedOn: Type.String({ description: "A day, YYYY-MM-DD." }),
  },
  { $id: "BriefingCorrection" },
);

/** A part of the text: its heading and its paragraphs, in Chinese as a 通报 is. */
export const BriefingSection = Type.Object(
  { key: Section, heading: Type.String(), paragraphs: Type.Array(Type.String()) },
  { $id: "BriefingSection" },
);

/** What a briefing (通报材料) says: all that any of its files prints, so that none of them computes. */
export const Briefing = Type.Object(
  {
    plan: Type.Object({
      key: Key,
      title: Text,
      documentNumber: nullable(Type.String()),
      issuer: Text,
      jurisdiction: Type.Object({ code: Type.String(), name: Text, kind: PlaceKind }),
      marketEntityWord: Type.String(),
      issuedOn: Type.String(),
      frequency: Frequency,
    }),
    month: Month,
    horizon: Horizon,
    horizonName: Text,
    basis: Basis,
    /** The closed state that is quoted; null for the figures as they stand (未定稿). */
    edition: nullable(Type.Object({ edition: Count, hash: Type.String(), closedAt: Type.String() })),
    isDemonstration: Type.Boolean(),
    /** The day by which what is late and due was judged. */
    today: Type.String(),
    /** The ledger's revision that the figures are from. */
    revision: Count,
    title: Type.String(),
    /** 截至 date; basis with what is said of unconfirmed figures; 数据版本 or 未定稿; 演示数据 where it is so. */
    remarks: Type.Array(Type.String()),
    sections: Type.Array(BriefingSection),
    headline: Type.Array(BriefingSubject),
    chains: Type.Array(BriefingSubject),
    tasks: Type.Array(BriefingSubject),
    departments: Type.Array(BriefingDepartment),
    reporting: BriefingReporting,
    /** Units that owe figures of the latest period, of most targets first. */
    owing: Type.Array(OwingUnit),
    lights: Type.Object({ total: Count, rows: Type.Array(LightShare) }),
    chainLights: Type.Object({ total: Count, rows: Type.Array(LightShare) }),
    /** One sentence on what the month shows. */
    summary: Text,
    /** Targets that are behind, far behind or missed: what is counted whole first, the largest gap first. */
    behind: Type.Array(BriefingTarget),
    shortfalls: Type.Array(ShortfallGroup),
    longestBehind: Text,
    heatMap: BriefingHeatMap,
    /** The units' points for the quarter that ends with the month; left out where no rule of appraisal holds. */
    appraisal: Type.Optional(BriefingAppraisal),
    outlook: Type.Object({ prospects: Type.Array(Prospect), sentence: Text }),
    /** Whole months from the month to the horizon; null for standing targets, 0 where it is over. */
    monthsLeft: nullable(Count),
    /** Against the month before; null in the plan's first month. */
    changes: nullable(
      Type.Object({ since: Month, changes: Type.Array(TargetChange), unchanged: Count, sentence: Text }),
    ),
    reconciliations: Type.Array(Reconciliation),
    corrections: Type.Array(BriefingCorrection),
  },
  { $id: "Briefing" },
);

/** One row a plan, subject, indicator, reading, horizon and month: for those who pivot. Figures without unit. */
export const FlatFigure = Type.Object(
  {
    plan: Key,
    planTitle: Text,
    place: Text,
    subjectKind: Type.String(),
    subject: Text,
    clause: Type.String(),
    indicator: Key,
    indicatorName: Text,
    scopeName: nullable(Text),
    reading: Type.String(),
    readingWord: Text,
    target: Type.String(),
    horizon: Horizon,
    month: Month,
    basis: Basis,
    unit: Text,
    targetValue: Figure,
    achieved: Figure,
    achievedText: Text,
    dataMonth: nullable(Month),
    expected: Figure,
    gap: Figure,
    completion: Figure,
    light: nullable(Light),
    lightWord: Text,
    isCorrected: Type.Boolean(),
    reportingUnit: Text,
  },
  { $id: "FlatFigure" },
);

const strict = { additionalProperties: false };
export const BriefingQuery = Type.Object(
  {
    month: Month,
    horizon: Horizon,
    basis: Type.Optional(Basis),
    edition: Type.Optional(
      Type.String({ pattern: "^[1-9][0-9]{0,5}$", description: "The closing that is quoted; left out: 未定稿." }),
    ),
  },
  strict,
);

/** The files that can be taken away, in the order in which they are made: the charts, whose drawing needs the most memory, come last. */
export const briefingFileKeys = ["document", "slides", "tables", "flat-csv", "flat-json", "pictures"] as const;
const DraftFileKey = oneOf([...briefingFileKeys, "pack"], { $id: "BriefingFileKey" });
export const BriefingFileParams = Type.Object({ plan: Key, file: DraftFileKey }, strict);

export type BriefingFileKey = (typeof briefingFileKeys)[number];
export type DraftFileKey = Static<typeof DraftFileKey>;
export type Briefing = Static<typeof Briefing>;
export type BriefingTarget = Static<typeof BriefingTarget>;
export type BriefingSubject = Static<typeof BriefingSubject>;
export type BriefingDepartment = Static<typeof BriefingDepartment>;
export type BriefingCorrection = Static<typeof BriefingCorrection>;
export type BriefingQuery = Static<typeof BriefingQuery>;
export type BriefingReporting = Static<typeof BriefingReporting>;
export type BriefingSection = Static<typeof BriefingSection>;
export type BriefingHeatMap = Static<typeof BriefingHeatMap>;
export type FlatFigure = Static<typeof FlatFigure>;
export type LightShare = Static<typeof LightShare>;
export type OwingUnit = Static<typeof OwingUnit>;
