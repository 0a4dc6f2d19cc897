import { addEntryCalendar, addLightRule } from "../actions/set-judging.ts";
import {
  EntryCalendarAdding,
  EntryCalendarTrial,
  Judging,
  JudgingPreview,
  LightRuleAdding,
  LightRuleTrial,
} from "../contract/judging.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { PlanEdited } from "../contract/plan-edits.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readJudging } from "../reads/judging.ts";
import { previewCalendar, previewRule } from "../reads/judging-preview.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

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
