import { insertExtension, inTransaction, type Store, type Transaction } from "@beizeng/db";
import { may } from "../domain/access.ts";
import { dayInChina, isDay } from "../plans/china-day.ts";
import { findOutline } from "../plans/find-outline.ts";
import { noteWrite } from "../plans/find-view.ts";
import { unitsAskedAt } from "../plans/month-papers.ts";
import { dueOn, periodsUntil } from "../plans/periods.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnceIfKeyed } from "./answered-once.ts";
import { audit, type Deed, raise } from "./ledger.ts";
import { askOpenMonth } from "./open-month.ts";

/** A later due day of a period: for whom, until when, and why. */
export interface GrantExtension {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly period: string;
  /** Key of the unit that has longer; null for all. */
  readonly department: string | null;
  /** The last day on which a report is on time, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly reason: string;
  /** Chosen by the sender: the same key grants once. */
  readonly key?: string;
}

/** A later due day that was granted, and the ledger's revision. */
export interface Extended {
  readonly period: string;
  readonly dueOn: string;
  readonly revision: number;
}

async function grant(store: Store, transaction: Transaction, request: GrantExtension): Promise<Answer<Extended>> {
  const { actor, now, plan, department, reason } = request;
  if (!may(actor.role, "close-months")) return refuse({ code: "not-your-role" });
  const outline = await findOutline(store, transaction, plan);
  if (outline === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const periods = periodsUntil(outline, storedMonth(dayInChina(now).slice(0, 7)));
  const period = periods.find((each) => each === request.period);
  if (period === undefined) {
    const allowed = `${periods[0] ?? "—"} — ${periods.at(-1) ?? "—"}`;
    return refuse({ code: "period-not-open", field: "period", value: request.period, allowed });
  }
  if (department !== null && !unitsAskedAt(outline, period).includes(department)) {
    return refuse({ code: "unknown-department", field: "department", value: department });
  }
  if (reason.trim() === "") return refuse({ code: "reason-missing", field: "reason" });
  const calendarDay = dueOn(period, outline.calendar);
  if (!isDay(request.dueOn) || request.dueOn <= calendarDay) {
    return refuse({ code: "due-day-refused", field: "dueOn", value: request.dueOn, allowed: calendarDay });
  }
  const planId = outline.facts.id;
  const open = await askOpenMonth(transaction, planId, period);
  if (!open.ok) return open;
  const deed: Deed = { action: "grant-extension", at: now, actor, entity: `month:${plan}/${period}` };
  const revision = await raise(transaction, deed.action, now);
  const departmentId = department === null ? null : (outline.departments.get(department)?.id ?? null);
  const said = { period, dueOn: request.dueOn, reason: reason.trim() };
  await insertExtension(transaction, { planId, departmentId, ...said, actor: actor.id, at: now, revision });
  await audit(transaction, deed, revision, { plan, department, ...said });
  return give({ period, dueOn: request.dueOn, revision });
}

/** Gives a unit, or all units, a later due day for a period (延期); it must be after the calendar's. DOMAIN section 8. */
export async function grantExtension(store: Store, request: GrantExtension): Promise<Answer<Extended>> {
  const { actor, now: at, plan, period, department, dueOn: until, reason, key } = request;
  const asked = { action: "grant-extension", plan, period, department, dueOn: until, reason };
  const answer = await inTransaction(store, (transaction) =>
    answeredOnceIfKeyed(transaction, { account: actor.id, key, asked, at }, () => grant(store, transaction, request)),
  );
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}
