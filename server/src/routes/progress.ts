import { Progress } from "../contract/progress.ts";
import { PlanParams, ProgressQuery } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readProgress } from "../reads/progress.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** How far the headline and each chain have come at a month */
export function progressRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/progress",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getProgress",
        summary: "How far the headline and each chain have come at a month",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(ProgressQuery),
        response: responses(Progress),
      },
    },
    async ({ params, query }) => settled(await readProgress(reads, params.plan, query)),
  );
}
