import { Plan } from "../contract/plans.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** A plan: its subjects, measures, targets, departments and what adds up */
export function planRoute(app: Api, _dependencies: Dependencies): void {
  app.get(
    "/api/plans/:plan",
    {
      schema: {
        operationId: "getPlan",
        summary: "A plan: its subjects, measures, targets, departments and what adds up",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(NoQuery),
        response: responses(Plan),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
