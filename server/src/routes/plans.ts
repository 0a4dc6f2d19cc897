import { PlanList } from "../contract/plans.ts";
import { NoQuery } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { readPlans } from "../reads/plans.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** All plans of the workspace */
export function plansRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans",
    {
      config: { isFigures: true },
      schema: {
        operationId: "listPlans",
        summary: "All plans of the workspace",
        tags: ["plans"],
        querystring: referring(NoQuery),
        response: responses(PlanList),
      },
    },
    async () => readPlans(reads),
  );
}
