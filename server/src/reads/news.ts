/**
 * What happened since somebody's visit before this one: what was accepted, corrected, closed, reopened, adjusted, noted and
 * answered. It names units, never who of them typed: no clerk is watched. DOMAIN section 8.
 */
import { type AuditRow, findAccount, findDeeds, findVisits } from "@beizeng/db";
import type { News } from "../contract/news.ts";
import type { Text } from "../domain/model.ts";
import { isMonth } from "../domain/month.ts";
import type { NoteActor } from "../domain/notes.ts";
import { findOutline } from "../plans/find-outline.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { targetName } from "./audit-facts.ts";
import { peopleOf } from "./people.ts";
import type { Reads } from "./reads.ts";

type Entry = News["entries"][number];
type Told = Pick<Entry, "kind" | "sentence">;
/** What a row of the audit says; written by the actions, so that its members are there. */
type Payload = Readonly<Record<string, unknown>>;

/** As many as one reads; who comes for the first time is given fewer. */
const most = { again: 200, first: 40 };

const unitOf = (outline: PlanOutline, measure: unknown) =>
  outline.measures.find(({ row }) => row.key === measure)?.reporting.name;

function accepted(outline: PlanOutline, { observations, period }: Payload): Told | null {
  const lines = Array.isArray(observations) ? observations : [];
  const [first] = lines;
  const unit = unitOf(outline, first?.measure);
  if (unit === undefined) return null;
  const isCorrection = lines.some(({ number }) => Number(number) > 1);
  const count = lines.length;
  return isCorrection
    ? {
        kind: "corrected",
        sentence: {
          zh: `${unit.zh}更正 ${period} 数据 ${count} 项`,
          en: `${unit.en}: ${count} figures of ${period} corrected`,
        },
      }
    : {
        kind: "reported",
        sentence: {
          zh: `${unit.zh} ${period} 数据已审核，${count} 项`,
          en: `${unit.en}: ${count} figures of ${period} accepted`,
        },
      };
}

const ofMonth = (kind: Entry["kind"], zh: string, en: string) => (_: PlanOutline, payload: Payload) => ({
  kind,
  sentence: { zh: `${payload.month} ${zh}`, en: `${payload.month} ${en}` },
});

function revised(outline: PlanOutline, { target, from }: Payload): Told | null {
  const name = targetName(outline, String(target));
  return (
    name && {
      kind: "revised",
      sentence: { zh: `${name.zh}：目标调整，${from} 起`, en: `${name.en}: revised from ${from}` },
    }
  );
}

/** What a note is about, in words. */
function aboutOf(outline: PlanOutline, { month, subject, target }: Payload): Text {
  const name = typeof target === "string" ? targetName(outline, target) : null;
  const whole = outline.subjects.find(({ row }) => row.key === subject)?.row.name;
  const said = name ?? whole;
  return said === undefined
    ? { zh: `${month}`, en: `${month}` }
    : { zh: `${said.zh}（${month}）`, en: `${said.en} (${month})` };
}

const ofNote = (kind: Entry["kind"], zh: string, en: string) => (outline: PlanOutline, payload: Payload) => {
  const about = aboutOf(outline, payload);
  const unit = outline.departments.get(String(payload.department))?.name ?? { zh: "", en: "" };
  const by = unit.en === "" ? "" : `${unit.en}: `;
  return { kind, sentence: { zh: `${unit.zh}${zh}：${about.zh}`, en: `${by}${en}: ${about.en}` } };
};

/** How each deed that is news is told; every other is none. */
const tellings: Readonly<Record<string, (outline: PlanOutline, payload: Payload) => Told | null>> = {
  "accept-submission": accepted,
  "close-month": ofMonth("closed", "已结账", "was closed"),
  "ask-reopening-month": ofMonth("reopening-asked", "申请重新打开", "is asked to be reopened"),
  "reopen-month": ofMonth("reopened", "重新打开", "was reopened"),
  "revise-target": revised,
  "write-note": ofNote("note", "批示", "Note"),
  "answer-note": ofNote("answer", "回复批示", "answered a note"),
  "settle-note": ofNote("settled", "批示已落实", "Note settled"),
};
const withdrawal = "withdraw-note";

const textIn = (value: unknown) => (typeof value === "string" ? value : null);

async function entryOf(reads: Reads, row: AuditRow, nameOf: (key: string) => string): Promise<Entry | null> {
  const payload: Payload = JSON.parse(row.payload);
  const outline = await findOutline(reads.store, reads.store, String(payload.plan));
  const told = outline === null ? null : (tellings[row.action]?.(outline, payload) ?? null);
  if (outline === null || told === null) return null;
  const month = [payload.month, payload.period, payload.from].find((each) => typeof each === "string" && isMonth(each));
  const isLeaders = told.kind === "note" || told.kind === "settled";
  const by = nameOf(row.actor);
  return {
    id: row.id,
    kind: told.kind,
    at: row.at,
    plan: outline.facts.key,
    place: outline.facts.jurisdiction.name,
    month: String(month),
    subject: textIn(payload.subject),
    target: textIn(payload.target),
    sentence: isLeaders ? { zh: `${by}${told.sentence.zh}`, en: `${by}: ${told.sentence.en}` } : told.sentence,
    quote: told.kind === "note" || told.kind === "answer" ? textIn(payload.text) : null,
  };
}

/** The answer of GET /api/news. */
export async function readNews(reads: Reads, actor: NoteActor | null): Promise<News> {
  const account = actor === null ? null : await findAccount(reads.store, actor.id);
  const visits = account === null ? null : await findVisits(reads.store, account.id);
  const since = visits?.previousAt ?? null;
  const limit = since === null ? most.first : most.again;
  const actions = [...Object.keys(tellings), withdrawal];
  const rows = await findDeeds(reads.store, { after: visits?.previousRow ?? 0, actions, limit: limit + 1 });
  const withdrawn = new Set(rows.filter(({ action }) => action === withdrawal).map(({ entity }) => entity));
  const nameOf = await peopleOf(reads);
  const entries: Entry[] = [];
  for (const row of rows.slice(0, limit)) {
    const entry = withdrawn.has(row.entity) ? null : await entryOf(reads, row, nameOf);
    if (entry !== null) entries.push(entry);
  }
  return { since, isShortened: rows.length > limit, entries };
}
