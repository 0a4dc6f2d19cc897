import { Briefing, BriefingQuery } from "../contract/briefing.ts";
import { PlanParams } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readBriefing } from "../reads/briefing.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** What a briefing (通报材料) says of a month */
export function briefingRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/briefing",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getBriefing",
        summary: "All that a briefing prints of a month: of an edition, or of the figures as they stand",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(BriefingQuery),
        response: responses(Briefing),
      },
    },
    async ({ params: { plan }, query }) => settled(await readBriefing(reads, plan, query)),
  );
}
