import { PlanParams, TrendQuery } from "../contract/questions.ts";
import { Trend } from "../contract/subject.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** The targets of a horizon month by month */
export function trendRoute(app: Api, _dependencies: Dependencies): void {
  app.get(
    "/api/plans/:plan/trend",
    {
      schema: {
        operationId: "getTrend",
        summary: "The targets of a horizon month by month",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(TrendQuery),
        response: responses(Trend),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
