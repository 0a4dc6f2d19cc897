import { PlanParams, TrendQuery } from "../contract/questions.ts";
import { Trend } from "../contract/subject.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readTrend } from "../reads/trend.ts";
import { type Api, responses } from "./api.ts";

/** The targets of a horizon month by month */
export function trendRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/trend",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getTrend",
        summary: "The targets of a horizon month by month",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(TrendQuery),
        response: responses(Trend),
      },
    },
    async ({ params, query }) => settled(await readTrend(reads, params.plan, query)),
  );
}
