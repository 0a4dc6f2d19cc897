import { Confirmations, ConfirmationsQuery, Differences } from "../contract/differences.ts";
import { DifferencesQuery, PlanParams } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readConfirmations } from "../reads/confirmations.ts";
import { readDifferences } from "../reads/differences.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** 统计核定 beside 部门填报: where they differ, and what can be confirmed */
export function differencesRoutes(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/differences",
    {
      schema: {
        operationId: "getDifferences",
        summary: "Where the departments' figures and those of the statistics bureau differ",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(DifferencesQuery),
        response: responses(Differences),
      },
    },
    async ({ params, query }) => settled(await readDifferences(reads, params.plan, query)),
  );

  app.get(
    "/api/plans/:plan/confirmations",
    {
      schema: {
        operationId: "getConfirmations",
        summary: "What the statistics bureau can confirm of a plan for a period, unit by unit",
        tags: ["papers"],
        params: referring(PlanParams),
        querystring: referring(ConfirmationsQuery),
        response: responses(Confirmations),
      },
    },
    async ({ params, query }) => settled(await readConfirmations(reads, params.plan, query)),
  );
}
