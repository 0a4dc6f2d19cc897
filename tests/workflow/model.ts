/**
 * The workflow as DOMAIN section 8 tells it, once more and without the product's code: what each step answers and what it
 * leaves behind. Papers are of one measure each, a rate, of which any value is right.
 */

/** Who may be there; the product itself acts for nobody here. */
export const roles = ["reporter", "head", "office", "statistics", "leader", "security", "admin", "auditor"] as const;
export type Role = (typeof roles)[number];
export const units = ["government", "commerce"] as const;
export const periods = ["2022-03", "2022-06", "2022-09"] as const;
export const kinds = ["report", "correction", "confirmation"] as const;
export type PaperState = "open" | "draft" | "submitted" | "returned" | "accepted";
export const paperStates: readonly PaperState[] = ["open", "draft", "submitted", "returned", "accepted"];
export const moves = ["save", "submit", "return", "accept"] as const;

/** A person: the account's name, its role now, the units that it reports for. */
export interface Person {
  readonly name: string;
  role: Role;
  units: readonly string[];
  /** False after the account was changed: its session is dead until the person signs in again. */
  isSignedIn: boolean;
}

/** What was handed in. */
export interface HandedIn {
  readonly id: number;
  state: "submitted" | "returned" | "accepted";
  submittedBy: string;
  seen: string;
  value: string;
  isDecided: boolean;
}

/** A unit's paper of a period: what is typed on it, and the submission that it belongs to. */
export interface Paper {
  readonly unit: (typeof units)[number];
  readonly period: (typeof periods)[number];
  readonly kind: (typeof kinds)[number];
  typed: string;
  version: number;
  current: HandedIn | null;
  /** The last one that was accepted, for steps against what is done. */
  done: HandedIn | null;
}

/** A month's standing; `edition` counts its closings. */
interface MonthOf {
  state: "open" | "closed" | "asked";
  askedBy: string;
  edition: number;
}

/** A figure that counts. */
interface Accepted {
  readonly unit: string;
  readonly basis: "department" | "statistics";
  readonly month: string;
  readonly value: string;
  readonly reportedBy: string;
  readonly acceptedBy: string;
}

/** Everything that the rules remember. */
export interface Model {
  readonly people: readonly Person[];
  readonly papers: readonly Paper[];
  readonly months: ReadonlyMap<string, MonthOf>;
  readonly ledger: Accepted[];
}

/** What a step answers: 200, or the status and code of the refusal. */
export type Expected = readonly [status: number, code: string | null];
const done: Expected = [200, null];
const notYourRole: Expected = [403, "not-your-role"];

/**
 * People of every role, two who report for one unit without a head, one for a unit whose head signs, two who review, and one
 * who changes between the two powers.
 */
export function newModel(): Model {
  const person = (name: string, role: Role, ...of: string[]): Person => ({ name, role, units: of, isSignedIn: true });
  return {
    people: [
      person("zhao", "reporter", "government"),
      person("qian", "reporter", "government"),
      person("sun", "reporter", "commerce"),
      person("li", "head", "commerce"),
      person("zhou", "office"),
      person("wu", "office"),
      person("zheng", "statistics"),
      person("wang", "leader"),
      person("feng", "security"),
      person("chen", "admin"),
      person("chu", "auditor"),
      person("wei", "reporter", "government", "commerce"),
    ],
    papers: units.flatMap((unit) =>
      periods.flatMap((period) =>
        kinds.map((kind) => ({ unit, period, kind, typed: "", version: 0, current: null, done: null })),
      ),
    ),
    months: new Map(periods.map((period) => [period, { state: "open", askedBy: "", edition: 0 }])),
    ledger: [],
  };
}

/** How a paper stands. */
export function stateOf({ current, version }: Paper): PaperState {
  return current?.state ?? (version > 0 ? "draft" : "open");
}

const reportOf = ({ papers }: Model, { unit, period }: Paper) =>
  papers.find((paper) => paper.unit === unit && paper.period === period && paper.kind === "report");
const monthOf = ({ months }: Model, period: string): MonthOf => {
  const month = months.get(period);
  if (month === undefined) throw new Error(`no month ${period}`);
  return month;
};

/** Whether a person may write on a paper as it stands. */
function writing(model: Model, { role, units: own }: Person, paper: Paper): Expected {
  if (role !== "reporter" && role !== "head" && role !== "statistics") return notYourRole;
  if ((role === "statistics") !== (paper.kind === "confirmation")) return notYourRole;
  if (paper.kind !== "confirmation" && !own.includes(paper.unit)) return [403, "not-your-department"];
  const state = stateOf(paper);
  if (state === "submitted" || state === "accepted") return [409, "not-from-this-state"];
  const report = reportOf(model, paper);
  const isCorrectable = report !== undefined && stateOf(report) === "accepted";
  if (paper.kind === "correction" && !isCorrectable) return [422, "nothing-to-correct"];
  return monthOf(model, paper.period).state === "open" ? done : [409, "month-closed"];
}

/** Typing a value, by somebody who has or has not seen what stands. */
export function expectSave(model: Model, person: Person, paper: Paper, isStale: boolean): Expected {
  const may = writing(model, person, paper);
  return may === done && isStale ? [409, "line-moved-on"] : may;
}

/** Handing in what is typed. */
export function expectSubmit(
  model: Model,
  person: Person,
  paper: Paper,
  { isStale, reason }: { readonly isStale: boolean; readonly reason: string | null },
): Expected {
  const may = writing(model, person, paper);
  if (may !== done) return may;
  if (isStale) return [409, "paper-moved-on"];
  const isHeaded = model.people.some(({ role, units: own }) => role === "head" && own.includes(paper.unit));
  if (person.role === "reporter" && isHeaded) return [403, "head-signs"];
  const isCorrecting = paper.kind === "correction" || (paper.kind === "confirmation" && paper.done !== null);
  if (isCorrecting && (reason ?? "").trim() === "") return [422, "reason-missing"];
  return paper.typed === "" ? [422, "nothing-reported"] : done;
}

/** Deciding on what was handed in; null stands for a submission that is not there. */
export function expectReview(
  model: Model,
  { name, role }: Person,
  { period }: Paper,
  submission: HandedIn | null,
  { isStale, reason }: { readonly isStale: boolean; readonly reason: string | null },
): Expected {
  if (role !== "office") return notYourRole;
  if (submission === null) return [404, "unknown-submission"];
  if (submission.state !== "submitted") return [409, "already-decided"];
  if (submission.submittedBy === name) return [403, "your-own-submission"];
  if (reason !== null && reason.trim() === "") return [422, "reason-missing"];
  if (isStale) return [409, "changed-since-seen"];
  return monthOf(model, period).state === "open" ? done : [409, "month-closed"];
}

/** True of a confirmation of another figure than its unit's that counts, which nobody may accept unseen. */
export function differsFromReport({ ledger }: Model, { unit, period, kind }: Paper, value: string): boolean {
  const reported = ledger.findLast(
    (each) => each.unit === unit && each.month === period && each.basis === "department",
  );
  return kind === "confirmation" && reported !== undefined && Number(reported.value) !== Number(value);
}

/** How many papers of a month are not done: reports that are not accepted, others that wait. */
const undone = ({ papers }: Model, period: string) =>
  papers.filter(
    (paper) =>
      paper.period === period &&
      (paper.kind === "report" ? stateOf(paper) !== "accepted" : stateOf(paper) === "submitted"),
  ).length;

/** A step of a month. */
export type MonthStep = "close" | "ask" | "grant" | "keep";

/** Closing, asking for a reopening, granting it and keeping the month closed; two others may always grant. */
export function expectMonthStep(
  model: Model,
  { name, role }: Person,
  period: string,
  { step, reason }: { readonly step: MonthStep; readonly reason: string },
): Expected {
  if (role !== "office") return notYourRole;
  const month = monthOf(model, period);
  const from = { close: "open", ask: "closed", grant: "asked", keep: "asked" } as const;
  if (month.state !== from[step]) return [409, "month-not-from-this-state"];
  if (step === "grant" && month.askedBy === name) return [403, "second-person-needed"];
  if (reason.trim() !== "") return done;
  if (step === "ask" || step === "keep") return [422, "reason-missing"];
  return step === "close" && undone(model, period) > 0 ? [422, "month-undone"] : done;
}

/** What a step of a month leaves behind. */
export function stepMonth(model: Model, { name }: Person, period: string, step: MonthStep): void {
  const month = monthOf(model, period);
  month.state = ({ close: "closed", ask: "asked", grant: "open", keep: "closed" } as const)[step];
  month.askedBy = step === "ask" ? name : "";
  if (step === "close") month.edition += 1;
}

/** What accepting leaves behind: a figure that counts; of corrections and confirmations another may follow. */
export function accept(model: Model, { name }: Person, paper: Paper): void {
  const { current, unit, period, kind } = paper;
  if (current === null) throw new Error("nothing was handed in");
  current.state = "accepted";
  current.isDecided = true;
  const basis = kind === "confirmation" ? "statistics" : "department";
  const { value, submittedBy: reportedBy } = current;
  model.ledger.push({ unit, basis, month: period, value, reportedBy, acceptedBy: name });
  paper.done = current;
  if (kind !== "report") Object.assign(paper, { current: null, typed: "", version: 0 });
}
