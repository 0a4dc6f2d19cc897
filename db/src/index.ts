/** The front door of the store: opening, transactions, and the queries. Everything outside db/ awaits. */
export { deleteBackup, findBackups, readManifestOf } from "./backup/find.ts";
export { readBackupKey } from "./backup/key-file.ts";
export { type BackupOrder, makeBackup, writerOf } from "./backup/make.ts";
export type { BackupMaker, BackupManifest } from "./backup/manifest.ts";
export { restoreBackup } from "./backup/restore.ts";
export {
  findStorage,
  inspectStore,
  openReader,
  openStore,
  type StoreInspection,
  type StoreOptions,
  tryEngine,
} from "./open.ts";
export {
  type AccountChange,
  findAccount,
  findAccountOfSubject,
  findAccounts,
  findDepartmentIds,
  findHeads,
  insertAccount,
  type RecordedAccount,
  updateAccount,
  updateAccountDepartments,
  updateSecondFactorCounter,
} from "./queries/accounts.ts";
export {
  type AnsweredRequest,
  deleteAnsweredRequestsBefore,
  findAnsweredRequest,
  insertAnsweredRequest,
} from "./queries/answered-requests.ts";
export { type BookAppraisalRule, type BookAppraisedIndicator, insertAppraisalRule } from "./queries/appraisal-rules.ts";
export { type AuditAnchor, type AuditChain, findAuditAnchor, findAuditChain } from "./queries/audit-chain.ts";
export {
  type AuditEntry,
  type AuditQuestion,
  type AuditRow,
  findAuditHash,
  findAuditRows,
  findDeeds,
  findLatestAuditRows,
  findSoughtAuditRows,
  insertAuditRow,
} from "./queries/audit-rows.ts";
export {
  type BriefingFileContent,
  findBriefingFile,
  findBriefings,
  findSkeletons,
  insertBriefing,
  insertSkeleton,
  type RecordedBriefing,
  type RecordedBriefingFile,
  type RecordedSkeleton,
} from "./queries/briefings.ts";
export { type BookAssignment, type BookDepartment, findPlanUnits, type PlanUnit } from "./queries/departments.ts";
export {
  type DraftLine,
  type DraftPlace,
  deleteDraft,
  findConfirmationDrafts,
  findDraft,
  findDraftLines,
  findDrafts,
  insertDraft,
  type RecordedDraft,
  writeDraftLine,
} from "./queries/drafts.ts";
export {
  type EvidenceFile,
  findEvidence,
  findEvidenceOfPaper,
  insertEvidence,
  insertEvidenceOfLine,
  isEvidenceHandedIn,
  type RecordedEvidence,
} from "./queries/evidence.ts";
export {
  findHeadlineKinds,
  findHeadlineLights,
  findHeadlineRow,
  findHeadlineRows,
  findHeadlineRowsJoined,
  findHeadlineRowsOfTarget,
  findHeadlineTargets,
  findLastPlanId,
  type HeadlineKind,
  type HeadlineLight,
  type HeadlineRow,
  type HeadlineTarget,
  updateHeadlineRow,
} from "./queries/headline-rows.ts";
export { findIncentives } from "./queries/incentives.ts";
export { insertPlan, type PlanEntry } from "./queries/insert-plan.ts";
export { type BookEntryCalendar, type BookLightRule, insertEntryCalendar, insertLightRule } from "./queries/judging.ts";
export {
  findKeptObservations,
  findKeptReturnedLines,
  findKeptTargetValues,
  type KeptObservation,
  type KeptTargetValue,
} from "./queries/kept-figures.ts";
export { findLedgerRevision, findLedgerRevisions, nextRevision } from "./queries/ledger.ts";
export {
  findExtensions,
  findMonthMoves,
  findMovesOfMonth,
  insertExtension,
  insertMonthMove,
  type RecordedExtension,
  type RecordedMonthMove,
} from "./queries/months.ts";
export { findNotes, insertNote, insertNoteStep, type RecordedNote, type RecordedNoteStep } from "./queries/notes.ts";
export {
  findObservations,
  findRecordedValues,
  findStandingValue,
  insertObservation,
  type NewObservation,
  type Quantities,
  type RecordedValue,
  type StandingValue,
} from "./queries/observations.ts";
export type { BookAddition } from "./queries/plan-additions.ts";
export { findPlanBook, type PlanBook } from "./queries/plan-book.ts";
export type {
  IndicatorContent,
  MeasureContent,
  PlanContent,
  SubjectContent,
  TargetContent,
} from "./queries/plan-content.ts";
export { findPlanCounts, type PlanCounts } from "./queries/plan-counts.ts";
export {
  type AddedMeasure,
  findEditedPlans,
  findIndicators,
  findPlanEdits,
  insertAddedAlias,
  insertAddedAssignment,
  insertAddedMeasure,
  insertAddedSubject,
  insertAddedUnit,
  insertPlanEdit,
  type KnownIndicator,
} from "./queries/plan-edits.ts";
export type { BookIndicator, BookMeasure } from "./queries/plan-measures.ts";
export type { BookSubject } from "./queries/plan-subjects.ts";
export {
  type BookRevision,
  type BookTarget,
  insertTargetRevision,
  type NewTargetRevision,
  type TargetValue,
  withRevision,
} from "./queries/plan-targets.ts";
export { findPlan, findPlanId, findPlanKey, findPlans, findPlanVersion, type PlanFacts } from "./queries/plans.ts";
export {
  deleteRefusedSignIns,
  deleteRefusedSignInsBefore,
  findAllRefusedSignIns,
  findRefusedSignIns,
  insertRefusedSignIn,
} from "./queries/refused-sign-ins.ts";
export {
  type EvidenceOfLine,
  findEvidenceOfLines,
  findLastMove,
  findMovesAfter,
  findReturnedLines,
  findSubmissionsInState,
  findSubmissionsOfCell,
  insertReturnedLine,
  type ReturnedLine,
} from "./queries/reviews.ts";
export {
  countSessions,
  deleteSession,
  deleteSessionsOf,
  deleteSessionsSeenBefore,
  findSession,
  insertSession,
  type RecordedSession,
  updateSession,
} from "./queries/sessions.ts";
export { deleteSetting, findSetting, type Setting, updateSetting } from "./queries/settings.ts";
export {
  findSubmission,
  findSubmissionLines,
  findSubmissions,
  insertSubmission,
  insertSubmissionLine,
  insertSubmissionMove,
  type RecordedLine,
  type RecordedMove,
  type RecordedSubmission,
} from "./queries/submissions.ts";
export { type EnteredRevision, findEnteredRevisions } from "./queries/target-revisions.ts";
export { findVisits, type RecordedVisits, updateVisits } from "./queries/visits.ts";
export { findWorkspace, insertWorkspace, type Workspace } from "./queries/workspaces.ts";
export { leastFreeBytes } from "./sqlite/file.ts";
export type { NewRow } from "./statement.ts";
export type { Reader, Store, StoreReader, Transaction } from "./store.ts";
export {
  type StorageProblemCode,
  StoreProblem,
  type StoreProblemCode,
  storageProblemOf,
  storeProblems,
} from "./store-problem.ts";
export { inSnapshot, inTransaction } from "./transaction.ts";
export { findWriteFault } from "./write-fault.ts";
