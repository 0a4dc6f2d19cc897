import { Changes } from "../contract/changes.ts";
import { LightMap } from "../contract/lights.ts";
import { Outlook } from "../contract/outlook.ts";
import { ChangesQuery, LightsQuery, PlanParams, ProgressQuery } from "../contract/questions.ts";
import { Shortfalls } from "../contract/shortfalls.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readChanges } from "../reads/changes.ts";
import { readLightMap } from "../reads/light-map.ts";
import { readOutlook } from "../reads/outlook.ts";
import type { Reads } from "../reads/reads.ts";
import { readShortfalls } from "../reads/shortfalls.ts";
import { type Api, responses } from "./api.ts";

/** What 本月研判 asks for besides the headline: what changed, since when, what is lacking, whether it will be met */
export function monthReviewRoutes(app: Api, reads: Reads): void {
  const params = referring(PlanParams);
  const tags = ["plans"];
  const config = { isFigures: true };

  app.get(
    "/api/plans/:plan/changes",
    {
      config,
      schema: {
        operationId: "getChanges",
        summary: "What differs between two months, for the targets of one horizon",
        ...{ tags, params, querystring: referring(ChangesQuery), response: responses(Changes) },
      },
    },
    async ({ params: { plan }, query }) => settled(await readChanges(reads, plan, query)),
  );

  app.get(
    "/api/plans/:plan/lights",
    {
      config,
      schema: {
        operationId: "getLights",
        summary: "The lights of the targets of one horizon over all of its months",
        ...{ tags, params, querystring: referring(LightsQuery), response: responses(LightMap) },
      },
    },
    async ({ params: { plan }, query }) => settled(await readLightMap(reads, plan, query)),
  );

  app.get(
    "/api/plans/:plan/shortfalls",
    {
      config,
      schema: {
        operationId: "getShortfalls",
        summary: "What the targets of one horizon lack at a month, the largest first, since when, and by unit",
        ...{ tags, params, querystring: referring(ProgressQuery), response: responses(Shortfalls) },
      },
    },
    async ({ params: { plan }, query }) => settled(await readShortfalls(reads, plan, query)),
  );

  app.get(
    "/api/plans/:plan/outlook",
    {
      config,
      schema: {
        operationId: "getOutlook",
        summary: "Whether the headline's targets of one horizon will be met as things go",
        ...{ tags, params, querystring: referring(ProgressQuery), response: responses(Outlook) },
      },
    },
    async ({ params: { plan }, query }) => settled(await readOutlook(reads, plan, query)),
  );
}
