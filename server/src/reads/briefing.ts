/** The value that a briefing (通报材料) prints: the answers of the pages for one month and horizon, of an edition or as they stand. */
import { setImmediate as breath } from "node:timers/promises";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Briefing, BriefingQuery } from "../contract/briefing.ts";
import type { LightMap } from "../contract/lights.ts";
import type { Outlook } from "../contract/outlook.ts";
import type { Progress } from "../contract/progress.ts";
import type { Shortfalls } from "../contract/shortfalls.ts";
import { isQuarterEnd } from "../domain/appraisal-sentence.ts";
import { briefingSections } from "../domain/briefing-sentences.ts";
import { basisRemarks, briefingTitle, endOfMonth, horizonInWords, monthInWords } from "../domain/briefing-words.ts";
import { addMonths, isMonth, type Month, monthsBetween } from "../domain/month.ts";
import type { PlanView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { readAppraisalOf } from "./appraisal.ts";
import { briefingCorrections } from "./briefing-corrections.ts";
import { briefingDepartments, briefingHeatMap, briefingReporting, lightShares, owingUnits } from "./briefing-tables.ts";
import { briefingSubjects, briefingTargets } from "./briefing-targets.ts";
import { readChanges } from "./changes.ts";
import { readDepartments } from "./departments.ts";
import { askEdition, editionReads } from "./edition-reads.ts";
import { type FlatSource, flatSourceOf } from "./flat-figures.ts";
import { judgedMonths, lightRows } from "./light-map.ts";
import { readOutlook } from "./outlook.ts";
import { readProgress } from "./progress.ts";
import { askPlanMonthHorizon } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { readReporting } from "./reporting.ts";
import { readShortfalls, viewsOf } from "./shortfalls.ts";

/** A briefing with what its flat list is reckoned from. */
interface BriefingFigures {
  readonly briefing: Briefing;
  /** The store's id of the plan. */
  readonly planId: number;
  readonly flatSource: FlatSource;
  readonly charts: ChartedMonth;
}

/** What the charts of the month are drawn of; the lights as they were known up to it. */
interface ChartedMonth {
  readonly progress: Progress;
  readonly shortfalls: Shortfalls;
  readonly outlook: Outlook;
  readonly lights: LightMap;
}

/** What of the ledger a briefing quotes: the reads that answer it, and what it says of itself. */
interface Quoted {
  readonly reads: Reads;
  readonly edition: Briefing["edition"];
}

async function quoted(reads: Reads, plan: string, { month, edition }: BriefingQuery): Promise<Answer<Quoted>> {
  if (edition === undefined) return give({ reads, edition: null });
  const asked = await askEdition(reads, { plan, month, edition });
  if (!asked.ok) return asked;
  const { closing } = asked.value;
  const { hash, at } = closing;
  if (hash === null) throw new Error(`the edition ${edition} of ${plan} ${month} has no hash`);
  return give({ reads: editionReads(reads, plan, closing), edition: { edition: closing.edition, hash, closedAt: at } });
}

/** What the pages answer about the month, each by its own read. */
async function answersOf(
  reads: Reads,
  plan: string,
  query: { month: Month; horizon: string; basis: Briefing["basis"] },
  view: PlanView,
) {
  const progress = await readProgress(reads, plan, query);
  if (!progress.ok) return progress;
  // Between two of them whoever asks something shorter is answered.
  await breath();
  const departments = await readDepartments(reads, plan, query);
  if (!departments.ok) return departments;
  await breath();
  const shortfalls = await readShortfalls(reads, plan, query);
  if (!shortfalls.ok) return shortfalls;
  await breath();
  const outlook = await readOutlook(reads, plan, query);
  if (!outlook.ok) return outlook;
  await breath();
  const reporting = await readReporting(reads, plan, { month: query.month });
  if (!reporting.ok) return reporting;
  await breath();
  const since = addMonths(query.month, -1);
  const changes = since < view.outline.firstMonth ? null : await readChanges(reads, plan, { ...query, since });
  if (changes !== null && !changes.ok) return changes;
  return give({
    progress: progress.value,
    departments: departments.value,
    shortfalls: shortfalls.value,
    outlook: outlook.value,
    reporting: reporting.value,
    changes: changes?.value ?? null,
  });
}

function factsOf({ facts, calendar }: PlanView["outline"]): Briefing["plan"] {
  const { key, title, documentNumber, issuer, jurisdiction, marketEntityWord, issuedOn } = facts;
  const { code, name, kind } = jurisdiction;
  return {
    ...{ key, title, documentNumber, issuer: issuer.name },
    jurisdiction: { code, name, kind },
    ...{ marketEntityWord, issuedOn, frequency: calendar.frequency },
  };
}

function remarksOf({
  month,
  basis,
  edition,
  isDemonstration,
}: Pick<Briefing, "basis" | "edition" | "isDemonstration"> & { readonly month: Month }): string[] {
  const version =
    edition === null
      ? "未定稿：所引数据尚未结账"
      : `数据版本：${monthInWords(month)}第${edition.edition}版（${edition.hash.slice(0, 12)}）`;
  return [
    `数据截至${endOfMonth(month)}`,
    basisRemarks[basis],
    version,
    ...(isDemonstration ? ["演示数据，非真实数据"] : []),
  ];
}

/** How often figures are read anew because somebody wrote meanwhile. */
const tries = 5;

/** What the files of a briefing are made of: what it says, and the flat list; all of one state of the ledger. */
export async function readBriefingFigures(
  now: Reads,
  plan: string,
  query: BriefingQuery,
): Promise<Answer<BriefingFigures>> {
  for (let tried = 1; ; tried += 1) {
    const state = await now.state();
    const figures = await readInPieces(now, plan, query);
    if (query.edition !== undefined || tried === tries || state === (await now.state())) return figures;
  }
}

async function readInPieces(now: Reads, plan: string, query: BriefingQuery): Promise<Answer<BriefingFigures>> {
  const quote = await quoted(now, plan, query);
  if (!quote.ok) return quote;
  const { reads, edition } = quote.value;
  const { month: _, edition: __, ...rest } = query;
  const asked = await askPlanMonthHorizon(reads, plan, { ...rest, month: query.month });
  if (!asked.ok) return asked;
  const { view, month, horizon, revision } = asked.value;
  const answers = await answersOf(reads, plan, { month, horizon, basis: view.basis }, view);
  if (!answers.ok) return answers;
  await breath();
  const { progress, departments, shortfalls, outlook, reporting, changes } = answers.value;
  const at = viewsOf(view);
  const judged = at(month);
  const rows = briefingTargets(at, judged, horizon);
  const ofKind = (kind: "headline" | "chain" | "task") => briefingSubjects(judged, rows, { kind, horizon });
  const chains = ofKind("chain");
  for (const each of judgedMonths(view, horizon, month)) {
    for (const entry of view.outline.targets) at(each).assessment(entry);
    await breath();
  }
  const map = lightRows(view, horizon, month, at);
  await breath();
  const byKey = new Map([...rows.values()].map((row) => [row.assessment.target, row]));
  const facts = { month, basis: view.basis, edition, isDemonstration: reads.isDemonstration };
  const figures: Omit<Briefing, "title" | "remarks" | "sections"> = {
    plan: factsOf(view.outline),
    ...facts,
    horizon,
    horizonName: horizonInWords(horizon),
    today: reads.today(),
    revision,
    headline: ofKind("headline"),
    chains,
    tasks: ofKind("task"),
    departments: briefingDepartments(departments, view.basis),
    reporting: briefingReporting(reporting),
    owing: owingUnits(progress.unreported),
    lights: lightShares(
      [...rows.values()].map(({ assessment }) => assessment.light),
      view.basis,
    ),
    chainLights: lightShares(
      chains.filter(({ targets }) => targets.length > 0).map(({ light }) => light),
      view.basis,
    ),
    summary: progress.summary,
    behind: progress.behind.flatMap((key) => byKey.get(key) ?? []),
    shortfalls: shortfalls.groups,
    longestBehind: shortfalls.longest,
    heatMap: briefingHeatMap(map.months, map.rows, month),
    outlook: { prospects: outlook.prospects, sentence: outlook.sentence },
    monthsLeft: isMonth(horizon) ? Math.max(monthsBetween(month, horizon), 0) : null,
    changes:
      changes === null
        ? null
        : {
            since: changes.since,
            changes: changes.changes,
            unchanged: changes.unchanged,
            sentence: changes.sentence,
          },
    reconciliations: progress.reconciliations,
    corrections: await briefingCorrections(reads, judged),
    ...(await appraisalOf(reads, plan, month, view.basis)),
  };
  await breath();
  const briefing = {
    ...figures,
    title: briefingTitle(figures.plan, month),
    remarks: remarksOf(facts),
    sections: briefingSections(figures),
  };
  await breath();
  const { plan: summary, quotation } = progress;
  return give({
    ...{ briefing, planId: view.outline.facts.id, flatSource: flatSourceOf(view, month) },
    charts: { progress, shortfalls, outlook, lights: { plan: summary, quotation, horizon, ...map } },
  });
}

/** The appraisal of the quarter that ends with a month, where a rule holds for it. */
async function appraisalOf(
  reads: Reads,
  plan: string,
  month: Month,
  basis: Basis,
): Promise<Pick<Briefing, "appraisal">> {
  if (!isQuarterEnd(month)) return {};
  const answer = await readAppraisalOf(reads, plan, { quarter: month, basis });
  if (!answer.ok || answer.value.rule === null) return {};
  const { quarter, quarterName, sentence, fullMarks, indicators, rows } = answer.value;
  return { appraisal: { quarter, quarterName, sentence, fullMarks, indicators, rows } };
}

/** The answer of GET /api/plans/{plan}/briefing. */
export async function readBriefing(reads: Reads, plan: string, query: BriefingQuery): Promise<Answer<Briefing>> {
  const figures = await readBriefingFigures(reads, plan, query);
  return figures.ok ? give(figures.value.briefing) : figures;
}
