import { PlanList } from "../contract/plans.ts";
import { NoQuery } from "../contract/questions.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** All plans of the workspace */
export function plansRoute(app: Api, _dependencies: Dependencies): void {
  app.get(
    "/api/plans",
    {
      schema: {
        operationId: "listPlans",
        summary: "All plans of the workspace",
        tags: ["plans"],
        querystring: referring(NoQuery),
        response: responses(PlanList),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
