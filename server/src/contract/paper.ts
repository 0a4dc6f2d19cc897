import * as words from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import { figureFields } from "../domain/check-list.ts";
import { typedMeanings } from "../domain/typed-line.ts";
import {
  Basis,
  Figure,
  Key,
  Light,
  Month,
  Nature,
  nullable,
  oneOf,
  RowNumber,
  SeenCount,
  SubmissionState,
  Text,
} from "./common.ts";

const strict = { additionalProperties: false };
export const SubmissionKind = oneOf(words.submissionKinds, { $id: "SubmissionKind" });
export const FigureField = oneOf(figureFields, { $id: "FigureField" });
export const Severity = oneOf(["error", "warning"], { $id: "Severity" });
const longestCell = 40;
const longestWord = 500;
const mostLines = 1000;
const MeasureKey = Type.String({ pattern: "^[a-z0-9.-]{1,200}$" });

/** What was typed into a cell: the text as it is, and whether it is the cumulative figure or what the period added. */
export const TypedCell = Type.Object(
  {
    text: Type.String({ maxLength: longestCell }),
    as: oneOf(typedMeanings, { $id: "TypedMeaning" }),
  },
  { $id: "TypedCell", ...strict },
);

/** What was typed into a line, unchecked; `reason` is the word that a warning asks for. */
export const TypedLine = Type.Object(
  {
    entries: Type.Optional(TypedCell),
    exits: Type.Optional(TypedCell),
    stock: Type.Optional(TypedCell),
    amount: Type.Optional(TypedCell),
    doneOn: Type.Optional(Type.String({ maxLength: 20 })),
    note: Type.Optional(Type.String({ maxLength: longestWord })),
    reason: Type.Optional(Type.String({ maxLength: longestWord })),
    isUnchanged: Type.Optional(Type.Boolean()),
    evidence: Type.Optional(Type.Array(RowNumber, { maxItems: 10, description: "Numbers of added files." })),
  },
  { $id: "TypedLine", ...strict },
);

/** Something wrong (error: blocks) or odd (warning: asks for a word). */
export const PaperFinding = Type.Object(
  { severity: Severity, code: Type.String(), text: Text },
  { $id: "PaperFinding" },
);

/** A cell of a line: what was typed, and both figures that it means. */
export const PaperCell = Type.Object(
  {
    field: FigureField,
    isNeeded: Type.Boolean({ description: "A target cannot be judged without it." }),
    countsUp: Type.Boolean({
      description: "What the period added can be typed in the place of the cumulative figure.",
    }),
    before: Type.Object({ figure: Figure, month: nullable(Month) }, { description: "From where it counts on." }),
    typed: nullable(TypedCell),
    cumulative: Figure,
    added: Figure,
    findings: Type.Array(PaperFinding),
  },
  { $id: "PaperCell" },
);

/** A target of the line's measure, as it would stand if the line were accepted as it is. */
export const PaperTarget = Type.Object(
  {
    key: Type.String(),
    text: Text,
    deadline: nullable(Month),
    unit: Text,
    expected: Figure,
    achieved: Figure,
    completion: Figure,
    light: nullable(Light),
    isChanged: Type.Boolean({ description: "The light is another one than without the line." }),
    explanation: Text,
  },
  { $id: "PaperTarget" },
);

export const EvidenceFile = Type.Object(
  {
    id: Type.Integer(),
    name: Type.String(),
    mediaType: Type.String(),
    bytes: Type.Integer(),
    addedBy: Type.String(),
    addedAt: Type.String(),
  },
  { $id: "EvidenceFile" },
);

/** What the department has accepted for the period of a confirmation; `typed` is the line that confirms it as it is. */
export const ReportedFigures = Type.Object(
  { text: Text, note: nullable(Type.String()), by: Type.String(), at: Type.String(), typed: TypedLine },
  { $id: "ReportedFigures" },
);

/** A line of a paper: one measure. */
export const PaperRow = Type.Object(
  {
    measure: Type.String(),
    name: Text,
    scopeName: nullable(Text),
    nature: Nature,
    unit: Text,
    decimals: Type.Integer(),
    definition: nullable(Text),
    last: nullable(Type.Object({ month: Month, text: Text })),
    standing: nullable(Type.Object({ text: Text })),
    /** On a confirmation what the department reported; null where it has not, and on any other paper. */
    reported: nullable(ReportedFigures),
    history: Type.Array(Type.Object({ month: Month, value: Type.Number(), text: Type.String() })),
    targets: Type.Array(PaperTarget),
    cells: Type.Array(PaperCell),
    typed: TypedLine,
    version: Type.Integer({ description: "0 for a line that nobody has written in this draft." }),
    writtenBy: nullable(Type.String()),
    writtenAt: nullable(Type.String()),
    findings: Type.Array(PaperFinding),
    isFilled: Type.Boolean(),
    isWrong: Type.Boolean(),
    wantsWord: Type.Boolean(),
    canRepeat: Type.Boolean({ description: "无变化 can be said." }),
    evidence: Type.Array(EvidenceFile),
    returnedReason: nullable(Type.String()),
  },
  { $id: "PaperRow" },
);

/** What a submitter gets in hand; `hash` is that of the audit's row. */
export const Receipt = Type.Object(
  {
    number: Type.String(),
    submission: Type.Integer(),
    round: Type.Integer(),
    revision: Type.Integer(),
    at: Type.String(),
    by: Type.String(),
    lines: Type.Integer(),
    hash: Type.String(),
  },
  { $id: "Receipt" },
);

/** Who of the office brought lines of the draft in, and when; the unit has to look at them. */
const Imported = nullable(Type.Object({ by: Type.String(), at: Type.String() }));

/** What a unit hands in of a period. */
export const Paper = Type.Object(
  {
    plan: Type.Object({ key: Key, title: Text }),
    department: Type.Object({ key: Key, name: Text }),
    period: Month,
    kind: SubmissionKind,
    basis: Basis,
    isBase: Type.Boolean({ description: "The period is a base (基期) that targets count from." }),
    isCorrecting: Type.Boolean({
      description: "It takes the place of accepted figures, and is handed in with a reason.",
    }),
    state: SubmissionState,
    dueOn: nullable(Type.String()),
    isLate: Type.Boolean(),
    canWrite: Type.Boolean(),
    canSubmit: Type.Boolean({
      description: "Who reads may hand it in: of a unit with a head (单位负责人) its head alone.",
    }),
    heads: Type.Array(Type.String(), {
      description: "The names of those who sign for the unit; of many units nobody.",
    }),
    closedEdition: nullable(
      Type.Integer({ description: "The edition under which the period is closed; null while it is open." }),
    ),
    returned: nullable(Type.Object({ reason: Type.String(), by: Type.String(), at: Type.String() })),
    imported: Imported,
    /** Of the last round. */
    receipt: nullable(Receipt),
    subjects: Type.Array(Type.Object({ key: Type.String(), name: Text, rows: Type.Array(PaperRow) })),
    filled: Type.Integer(),
    total: Type.Integer(),
  },
  { $id: "Paper" },
);

/** A line that was not saved; where somebody else was first, with what they have written there. */
export const LineConflict = Type.Object(
  {
    code: Type.String(),
    message: Type.String(),
    field: Type.Optional(Type.String()),
    row: Type.Optional(PaperRow),
  },
  { $id: "LineConflict" },
);

export const PaperParams = Type.Object({ plan: Key, department: Key, period: Month }, strict);
export const LineParams = Type.Object({ plan: Key, department: Key, period: Month, measure: MeasureKey }, strict);
export const PaperQuery = Type.Object({ kind: Type.Optional(SubmissionKind) }, strict);
export const EvidenceQuery = Type.Object(
  { kind: Type.Optional(SubmissionKind), name: Type.String({ minLength: 1, maxLength: 255 }) },
  strict,
);
export const EvidenceParams = Type.Object({ id: Type.String({ pattern: "^[1-9][0-9]{0,14}$" }) }, strict);
export const KeyHeaders = Type.Object({
  "idempotency-key": Type.String({ pattern: "^[\\x21-\\x7e]{8,100}$" }),
});

/** A line as it is to be saved; `version` is the one that its writer saw. */
export const LineWriting = Type.Object({ typed: TypedLine, version: SeenCount }, { $id: "LineWriting", ...strict });

/** A paper to be handed in as its submitter saw it; `reason` says why accepted figures are corrected. */
export const PaperSubmission = Type.Object(
  {
    seen: Type.Array(Type.Object({ measure: MeasureKey, version: SeenCount }, strict), {
      maxItems: mostLines,
    }),
    reason: Type.Optional(Type.String({ maxLength: longestWord })),
  },
  { $id: "PaperSubmission", ...strict },
);

/** What somebody has to report. */
export const Task = Type.Object(
  {
    plan: Type.Object({ key: Key, title: Text }),
    department: Type.Object({ key: Key, name: Text }),
    period: Month,
    kind: SubmissionKind,
    state: SubmissionState,
    dueOn: nullable(Type.String()),
    daysLeft: nullable(Type.Integer({ description: "Until the due day; negative once it has passed." })),
    isLate: Type.Boolean(),
    returned: nullable(Type.Object({ reason: Type.String(), by: Type.String(), at: Type.String() })),
    filled: Type.Integer(),
    total: Type.Integer(),
    imported: Imported,
    awaitsHead: Type.Boolean({ description: "All lines are filled in, and the unit's head has to sign and hand in." }),
    submittedAt: nullable(Type.String()),
  },
  { $id: "Task" },
);

/** An accepted report, whose figures change only by a correction; of a closed period only after its reopening. */
export const AcceptedPaper = Type.Object(
  {
    plan: Type.Object({ key: Key, title: Text }),
    department: Type.Object({ key: Key, name: Text }),
    period: Month,
    acceptedAt: Type.String(),
    corrections: Type.Integer({ description: "How often it was corrected." }),
    closedEdition: nullable(Type.Integer()),
  },
  { $id: "AcceptedPaper" },
);

/** What the signed-in person has to report: what was returned first, then by due day; and what was accepted, newest first. */
export const Tasks = Type.Object(
  {
    today: Type.String(),
    tasks: Type.Array(Task),
    accepted: Type.Array(AcceptedPaper),
    toConfirm: Type.Array(Type.Object({ key: Key, title: Text, place: Text }), {
      description: "The plans whose figures the person confirms for the statistics bureau; none for anybody else.",
    }),
  },
  { $id: "Tasks" },
);

export type AcceptedPaper = Static<typeof AcceptedPaper>;
export type LineConflict = Static<typeof LineConflict>;
export type Paper = Static<typeof Paper>;
export type PaperCell = Static<typeof PaperCell>;
export type PaperRow = Static<typeof PaperRow>;
export type PaperTarget = Static<typeof PaperTarget>;
export type Receipt = Static<typeof Receipt>;
export type Task = Static<typeof Task>;
export type Tasks = Static<typeof Tasks>;
