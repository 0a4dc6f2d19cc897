import { Departments } from "../contract/departments.ts";
import { DepartmentsQuery, PlanParams } from "../contract/questions.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** How far each responsible unit has come at a month */
export function departmentsRoute(app: Api, _dependencies: Dependencies): void {
  app.get(
    "/api/plans/:plan/departments",
    {
      schema: {
        operationId: "getDepartments",
        summary: "How far each responsible unit has come at a month",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(DepartmentsQuery),
        response: responses(Departments),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
