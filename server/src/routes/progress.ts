import { Progress } from "../contract/progress.ts";
import { PlanParams, ProgressQuery } from "../contract/questions.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** How far the headline and each chain have come at a month */
export function progressRoute(app: Api, _dependencies: Dependencies): void {
  app.get(
    "/api/plans/:plan/progress",
    {
      schema: {
        operationId: "getProgress",
        summary: "How far the headline and each chain have come at a month",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(ProgressQuery),
        response: responses(Progress),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
