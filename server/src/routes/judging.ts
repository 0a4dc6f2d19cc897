import { addEntryCalendar, addLightRule } from "../actions/set-judging.ts";
import {
  EntryCalendarAdding,
  EntryCalendarTableQuery,
  EntryCalendarTrial,
  Judging,
  JudgingPreview,
  LightRuleAdding,
  LightRuleTableQuery,
  LightRuleTrial,
} from "../contract/judging.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { PlanEdited } from "../contract/plan-edits.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import { judgingTable } from "../exports/tables/judging.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { type Answer, give, refuse, settled } from "../problems.ts";
import { readJudging } from "../reads/judging.ts";
import { previewCalendar, previewRule } from "../reads/judging-preview.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";
import { sendTable, type Taken, tableBytes } from "./taken-table.ts";

/** The map of a trial for one horizon as a table to take away. */
async function trialTable(
  reads: Reads,
  plan: string,
  horizon: string,
  tried: Answer<JudgingPreview>,
): Promise<Answer<Taken>> {
  if (!tried.ok) return tried;
  const judging = await readJudging(reads, plan);
  if (!judging.ok) return judging;
  const { maps, month, sentence } = tried.value;
  const map = maps.find((each) => each.horizon === horizon);
  if (map === undefined) {
    const allowed = maps.map((each) => each.horizon).join("、");
    return refuse({ code: "unknown-horizon", field: "horizon", value: horizon, allowed });
  }
  const quotation = { month, basis: "department", asKnownOn: null, isDemonstration: reads.isDemonstration } as const;
  return give({ table: judgingTable(sentence, map), source: { plan: judging.value.plan, quotation, horizon } });
}

/** How a plan is judged (亮灯规则与入库日历): what holds and held, trying another, and setting it from a month on */
export function judgingRoutes(app: Api, reads: Reads): void {
  const place = { tags: ["judging"], params: referring(PlanParams) };
  const written = { headers: KeyHeaders, response: responses(PlanEdited) };
  const tried = { response: responses(JudgingPreview) };

  app.get(
    "/api/plans/:plan/judging",
    {
      schema: {
        operationId: "getJudging",
        summary: "The plan's rules of lights and entry calendars, the latest first, with who set them and why",
        ...{ ...place, querystring: referring(NoQuery), response: responses(Judging) },
      },
    },
    async ({ params }) => settled(await readJudging(reads, params.plan)),
  );

  app.post(
    "/api/plans/:plan/light-rules/preview",
    {
      schema: {
        operationId: "previewLightRule",
        summary: "How another rule of lights would colour the months from its first on, nothing being written",
        ...{ ...place, ...tried, body: referring(LightRuleTrial) },
      },
    },
    async ({ params, body }) => settled(await previewRule(reads, params.plan, body)),
  );

  app.get(
    "/api/plans/:plan/light-rules/preview/table",
    {
      config: { carries: "export" },
      schema: {
        operationId: "getLightRuleTable",
        summary: "The map of a tried rule of lights as CSV or XLSX",
        ...{ ...place, querystring: referring(LightRuleTableQuery), response: tableBytes },
      },
    },
    async ({ params: { plan }, query: { horizon, format, lang, ...typed } }, reply) => {
      const taken = settled(await trialTable(reads, plan, horizon, await previewRule(reads, plan, typed)));
      return sendTable(reply, taken, { format, ...(lang && { lang }) }, `${plan}-light-rule-${typed.from}`);
    },
  );

  app.post(
    "/api/plans/:plan/light-rules",
    {
      schema: {
        operationId: "addLightRule",
        summary: "Judge the plan's lights by another rule from a month on",
        ...{ ...place, ...written, body: referring(LightRuleAdding) },
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      const editing = { actor: actorOf(request), now: reads.instant(), key: headers["idempotency-key"] };
      return settled(await addLightRule(reads.store, { ...editing, ...params, ...body }));
    },
  );

  app.post(
    "/api/plans/:plan/entry-calendars/preview",
    {
      schema: {
        operationId: "previewEntryCalendar",
        summary: "How another entry calendar would colour the months from its first on, nothing being written",
        ...{ ...place, ...tried, body: referring(EntryCalendarTrial) },
      },
    },
    async ({ params, body }) => settled(await previewCalendar(reads, params.plan, body)),
  );

  app.get(
    "/api/plans/:plan/entry-calendars/preview/table",
    {
      config: { carries: "export" },
      schema: {
        operationId: "getEntryCalendarTable",
        summary: "The map of a tried entry calendar as CSV or XLSX",
        ...{ ...place, querystring: referring(EntryCalendarTableQuery), response: tableBytes },
      },
    },
    async ({ params: { plan }, query: { horizon, format, lang, yearWeight = [], ...typed } }, reply) => {
      const weights = yearWeight.map((each) => each.split(":")).map(([year = "", weight]) => [year, Number(weight)]);
      const tried = await previewCalendar(reads, plan, { ...typed, yearWeights: Object.fromEntries(weights) });
      const taken = settled(await trialTable(reads, plan, horizon, tried));
      return sendTable(reply, taken, { format, ...(lang && { lang }) }, `${plan}-entry-calendar-${typed.from}`);
    },
  );

  app.post(
    "/api/plans/:plan/entry-calendars",
    {
      schema: {
        operationId: "addEntryCalendar",
        summary: "Make the schedule of the plan's batch targets by another calendar from a month on",
        ...{ ...place, ...written, body: referring(EntryCalendarAdding) },
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      const editing = { actor: actorOf(request), now: reads.instant(), key: headers["idempotency-key"] };
      return settled(await addEntryCalendar(reads.store, { ...editing, ...params, ...body }));
    },
  );
}
