import { PlanParams, ReportingQuery } from "../contract/questions.ts";
import { Reminders, RemindersQuery, Reporting } from "../contract/reporting.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readReminders } from "../reads/reminders.ts";
import { readReporting } from "../reads/reporting.ts";
import { type Api, responses } from "./api.ts";

/** Which unit has reported which period, and when; and what is to be reminded */
export function reportingRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/reporting",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getReporting",
        summary: "Which unit has reported which period, and when",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(ReportingQuery),
        response: responses(Reporting),
      },
    },
    async ({ params, query }) => settled(await readReporting(reads, params.plan, query)),
  );

  app.get(
    "/api/plans/:plan/reminders",
    {
      schema: {
        operationId: "getReminders",
        summary: "What units have not handed in of a period, with texts that remind them",
        tags: ["months"],
        params: referring(PlanParams),
        querystring: referring(RemindersQuery),
        response: responses(Reminders),
      },
    },
    async ({ params, query }) => settled(await readReminders(reads, params.plan, query)),
  );
}
