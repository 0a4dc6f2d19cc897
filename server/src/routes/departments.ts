import { DepartmentHistories } from "../contract/department-histories.ts";
import { Departments } from "../contract/departments.ts";
import { DepartmentHistoriesQuery, DepartmentsQuery, PlanParams } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readDepartmentHistories } from "../reads/department-histories.ts";
import { readDepartments } from "../reads/departments.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** The responsible units at a month, and up to four of them over the months */
export function departmentsRoutes(app: Api, reads: Reads): void {
  const params = referring(PlanParams);
  const tags = ["plans"];
  const config = { isFigures: true };

  app.get(
    "/api/plans/:plan/departments",
    {
      config,
      schema: {
        operationId: "getDepartments",
        summary: "How far each responsible unit has come at a month",
        ...{ tags, params, querystring: referring(DepartmentsQuery), response: responses(Departments) },
      },
    },
    async ({ params: { plan }, query }) => settled(await readDepartments(reads, plan, query)),
  );

  app.get(
    "/api/plans/:plan/department-histories",
    {
      config,
      schema: {
        operationId: "getDepartmentHistories",
        summary: "Up to four units: what they answer for and with whom, month by month, and how they have reported",
        ...{ tags, params, querystring: referring(DepartmentHistoriesQuery), response: responses(DepartmentHistories) },
      },
    },
    async ({ params: { plan }, query }) => settled(await readDepartmentHistories(reads, plan, query)),
  );
}
