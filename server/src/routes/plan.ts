import { Plan } from "../contract/plans.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readPlan } from "../reads/plan.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** A plan: its subjects, measures, targets, departments and what adds up */
export function planRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getPlan",
        summary: "A plan: its subjects, measures, targets, departments and what adds up",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(NoQuery),
        response: responses(Plan),
      },
    },
    async ({ params }) => settled(await readPlan(reads, params.plan)),
  );
}
