import { PlanParams, ReportingQuery } from "../contract/questions.ts";
import { Reporting } from "../contract/reporting.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** Which unit has reported which period, and when */
export function reportingRoute(app: Api, _dependencies: Dependencies): void {
  app.get(
    "/api/plans/:plan/reporting",
    {
      schema: {
        operationId: "getReporting",
        summary: "Which unit has reported which period, and when",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(ReportingQuery),
        response: responses(Reporting),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
