import { Departments } from "../contract/departments.ts";
import { DepartmentsQuery, PlanParams } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readDepartments } from "../reads/departments.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** How far each responsible unit has come at a month */
export function departmentsRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/departments",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getDepartments",
        summary: "How far each responsible unit has come at a month",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(DepartmentsQuery),
        response: responses(Departments),
      },
    },
    async ({ params, query }) => settled(await readDepartments(reads, params.plan, query)),
  );
}
