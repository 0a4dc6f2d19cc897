/** The real application under the steps of the model: each answer must be the one that the rules expect. */
import { findAuditChain } from "@beizeng/db";
import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { expect } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "../server/sample-plan.ts";
import {
  accept,
  differsFromReport,
  type Expected,
  expectMonthStep,
  expectReview,
  expectSave,
  expectSubmit,
  type HandedIn,
  type Model,
  newModel,
  type Paper,
  type Person,
  periods,
  stateOf,
  stepMonth,
} from "./model.ts";
import type { Step } from "./steps.ts";

/** A plan in which each of two units promises a share of problems solved. */
function planOfRates(): PlanDocument {
  const plan = samplePlan();
  const service = plan.subjects.find(({ id }) => id === "service");
  if (service === undefined) throw new Error("the sample plan has no service promise");
  const other = { ...service, id: "trade", assignments: [{ department: "commerce", role: "responsible" as const }] };
  return { ...plan, subjects: [service, other] };
}
const measureOf = ({ unit }: Paper) => `${unit === "government" ? "service" : "trade"}.resolution-rate`;
const strangerSeen = "2022-01-01T00:00:00.000Z";
const noSubmission = 999_999;

/** The cells of the workflow's table that were tried: state, role and move. */
export type Visited = Set<string>;

/** The application with the model beside it. */
export class Desk {
  readonly model: Model = newModel();
  readonly visited: Visited;
  private readonly opened: TestApp;
  private readonly sessions = new Map<string, { cookie: string }>();
  private ticks = 0;
  private auditRows = 0;

  private constructor(opened: TestApp, visited: Visited) {
    this.opened = opened;
    this.visited = visited;
  }

  /** An application of its own, in which everybody has signed in. */
  static async open(visited: Visited): Promise<Desk> {
    const opened = await openTestApp([planOfRates()], { kind: "production" });
    opened.clock.set("2022-10-12T02:00:00.000Z");
    const desk = new Desk(opened, visited);
    for (const person of desk.model.people) await desk.signIn(person);
    desk.auditRows = await desk.countAudit();
    return desk;
  }

  close = () => this.opened.dispose();

  private async signIn(person: Person): Promise<void> {
    this.sessions.set(person.name, await this.opened.as(person.role, person.units, person.name));
    person.isSignedIn = true;
  }

  /** A key of this try's own. */
  private key = (what: string) => `${what}-${String(this.ticks).padStart(8, "0")}`;

  private async countAudit(): Promise<number> {
    return Number((await this.opened.runRaw("SELECT count(*) AS n FROM audit_rows"))[0]?.n);
  }

  /** Asks as a person; a dead session is answered 401 once, then the person signs in again. */
  private async ask(person: Person, method: "PUT" | "POST", url: string, payload: object, key: string) {
    const headers = { ...this.sessions.get(person.name), "idempotency-key": key };
    const response = await this.opened.app.inject({ method, url, payload, headers });
    return { status: response.statusCode, body: response.json() };
  }

  /** Holds an answer against what is expected; every try of somebody known leaves one row in the audit. */
  private settle(
    told: { status: number; body: { code?: string } },
    [status, code]: Expected,
    person: Person,
    what: string,
  ): boolean {
    const expected = person.isSignedIn ? [status, code] : [401, "sign-in-needed"];
    expect([told.status, told.body.code ?? null], `${person.name} (${person.role}) ${what}`).toEqual(expected);
    if (person.isSignedIn) this.auditRows += 1;
    return person.isSignedIn && status === 200;
  }

  private visit(paper: Paper, { role, isSignedIn }: Person, move: string, state: string = stateOf(paper)): void {
    if (isSignedIn) this.visited.add(`${state} ${role} ${move}`);
  }

  /** Takes a step in both, and compares. */
  async take(step: Step): Promise<void> {
    this.ticks += 1;
    const now = new Date(Date.parse("2022-10-12T02:00:00.000Z") + this.ticks).toISOString();
    this.opened.clock.set(now);
    const person = this.model.people[step.who];
    if (person === undefined) throw new Error("nobody");
    if (step.kind === "month") await this.month(person, step);
    else if (step.kind === "transfer") await this.transfer(person);
    else {
      const paper = this.model.papers[step.paper];
      if (paper === undefined) throw new Error("no paper");
      if (step.kind === "save") await this.save(person, paper, step);
      else if (step.kind === "submit") await this.submit(person, paper, step);
      else await this.review(person, paper, step);
    }
    if (!person.isSignedIn) await this.signIn(person);
  }

  private address = ({ unit, period, kind }: Paper, rest: string) =>
    `/api/plans/sample-2022/papers/${unit}/${period}/${rest}?kind=${kind}`;

  private async save(person: Person, paper: Paper, { value, isStale }: Step & { kind: "save" }): Promise<void> {
    // The word stands where a confirmation differs from what its unit reported.
    const typed = value === "" ? {} : { amount: { text: value, as: "cumulative" }, reason: "已核实" };
    const payload = { typed, version: paper.version + (isStale ? 1 : 0) };
    this.visit(paper, person, "save");
    const url = this.address(paper, `lines/${measureOf(paper)}`);
    const told = await this.ask(person, "PUT", url, payload, this.key("save"));
    if (!this.settle(told, expectSave(this.model, person, paper, isStale), person, `saves ${url}`)) return;
    paper.typed = value;
    paper.version += 1;
  }

  private async submit(person: Person, paper: Paper, step: Step & { kind: "submit" }): Promise<void> {
    const { isStale, isTwice, reason } = step;
    const seen = [{ measure: measureOf(paper), version: paper.version + (isStale ? 1 : 0) }];
    const payload = { seen, ...(reason === null ? {} : { reason }) };
    this.visit(paper, person, "submit");
    const [url, key] = [this.address(paper, "submission"), this.key("submit")];
    const told = await this.ask(person, "POST", url, payload, key);
    if (!this.settle(told, expectSubmit(this.model, person, paper, step), person, `submits ${url}`)) return;
    const { submission: id, at } = told.body;
    paper.current = {
      id,
      state: "submitted",
      submittedBy: person.name,
      seen: at,
      value: paper.typed,
      isDecided: false,
    };
    paper.version = 0;
    if (!isTwice) return;
    const again = await this.ask(person, "POST", url, payload, key);
    expect(again.body).toEqual(told.body);
  }

  private async review(
    person: Person,
    paper: Paper,
    step: Step & { kind: "accept" | "return" | "together" },
  ): Promise<void> {
    const submission = paper.current ?? paper.done;
    const isReturn = step.kind === "return";
    this.visit(paper, person, isReturn ? "return" : "accept", submission?.state ?? stateOf(paper));
    const given = { isStale: step.isStale, reason: isReturn ? step.reason : null };
    const expected = expectReview(this.model, person, paper, submission, given);
    const isDone =
      step.kind === "together"
        ? await this.together(person, paper, submission, { expected, isStale: step.isStale })
        : await this.decide(person, submission, { ...step, expected, isReturn });
    if (!isDone || paper.current === null) return;
    if (isReturn) Object.assign(paper.current, { state: "returned", isDecided: true });
    else accept(this.model, person, paper);
  }

  private async decide(
    person: Person,
    submission: HandedIn | null,
    {
      expected,
      isReturn,
      isStale,
      ...step
    }: { expected: Expected; isReturn: boolean; isStale: boolean; reason?: string },
  ): Promise<boolean> {
    const seen = isStale ? strangerSeen : (submission?.seen ?? strangerSeen);
    const url = `/api/submissions/${submission?.id ?? noSubmission}/${isReturn ? "return" : "acceptance"}`;
    const payload = isReturn ? { seen, reason: step.reason } : { seen };
    const told = await this.ask(person, "POST", url, payload, this.key("review"));
    return this.settle(told, expected, person, `posts ${url}`);
  }

  /** Among others only what nothing marks is accepted: of papers that stand right, all but what takes the place of accepted figures. */
  private async together(
    person: Person,
    paper: Paper,
    submission: HandedIn | null,
    { expected, isStale }: { expected: Expected; isStale: boolean },
  ): Promise<boolean> {
    const isLetIn = person.role === "office";
    const id = String(submission?.id ?? noSubmission);
    const seen = isStale ? strangerSeen : (submission?.seen ?? strangerSeen);
    const payload = { submissions: [{ submission: id, seen }] };
    const told = await this.ask(person, "POST", "/api/reviews/acceptances", payload, this.key("together"));
    const isAnswered = this.settle(told, isLetIn ? [200, null] : expected, person, `accepts ${id} among others`);
    if (!isAnswered) return false;
    const isRight = expected[0] === 200;
    const isElse = differsFromReport(this.model, paper, submission?.value ?? "");
    const isMarked = isRight && (paper.kind === "correction" || paper.done !== null || isElse);
    const code = isMarked ? "marked" : expected[1];
    const refused = told.body.refused.map((each: { submission: string; code: string }) => [each.submission, each.code]);
    expect([told.body.accepted, refused]).toEqual(isRight && !isMarked ? [[id], []] : [[], [[id, code]]]);
    return isRight && !isMarked;
  }

  private async month(person: Person, { period: place, step, reason }: Step & { kind: "month" }): Promise<void> {
    const period = periods[place] ?? "2022-03";
    const base = `/api/plans/sample-2022/months/${period}`;
    const asked = {
      close: [`${base}/closing`, { reason }],
      ask: [`${base}/reopening`, { reason }],
      grant: [`${base}/reopening/decision`, { decision: "grant", reason }],
      keep: [`${base}/reopening/decision`, { decision: "keep", reason }],
    } as const;
    const [url, payload] = asked[step];
    const told = await this.ask(person, "POST", url, payload, this.key("month"));
    const expected = expectMonthStep(this.model, person, period, { step, reason });
    if (!this.settle(told, expected, person, `takes ${step} of ${period}`)) return;
    stepMonth(this.model, person, period, step);
    expect(told.body.edition).toBe(this.model.months.get(period)?.edition);
  }

  /** Somebody tries to make a reporter a reviewer, or back; who may do so ends that person's session by it. */
  private async transfer(person: Person): Promise<void> {
    const wei = this.model.people.find(({ name }) => name === "wei");
    if (wei === undefined) throw new Error("no wei");
    const known = await this.opened.runRaw("SELECT version FROM accounts WHERE key = 'wei'");
    const role = wei.role === "office" ? ("reporter" as const) : ("office" as const);
    const of = role === "office" ? [] : ["government", "commerce"];
    const rest = { name: "wei", singleSignOnSubject: null, isDisabled: false };
    const payload = { version: Number(known[0]?.version), role, departments: of, ...rest };
    const told = await this.ask(person, "PUT", "/api/accounts/wei", payload, this.key("transfer"));
    const expected: Expected = person.role === "admin" ? [200, null] : [403, "not-your-role"];
    if (!this.settle(told, expected, person, `makes wei ${role}`)) return;
    Object.assign(wei, { role, units: of, isSignedIn: false });
  }

  /** Holds the whole ledger, the number of the audit's rows, its chain and its replay against what was done. */
  async compare(): Promise<void> {
    const rows = await this.opened.runRaw(
      `SELECT m.key AS measure, o.basis, o.month, o.amount, o.reported_by, o.accepted_by
       FROM observations o JOIN measures m ON m.id = o.measure_id ORDER BY o.revision`,
    );
    const held = rows.map(({ measure, basis, month, amount, reported_by, accepted_by }) => ({
      ...{ unit: String(measure).startsWith("service") ? "government" : "commerce", basis, month },
      ...{ value: (Number(amount) / 10).toFixed(1), reportedBy: reported_by, acceptedBy: accepted_by },
    }));
    expect(held).toEqual(this.model.ledger);
    expect(await this.countAudit()).toBe(this.auditRows);
    expect(await findAuditChain(this.opened.store)).toMatchObject({ isWhole: true });
    expect((await replayAudit(this.opened.store)).differences).toEqual([]);
  }
}
