import { SubjectParams, SubjectQuery } from "../contract/questions.ts";
import { Subject } from "../contract/subject.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** One subject: its targets, history, schedule, forecast and reported values */
export function subjectRoute(app: Api, _dependencies: Dependencies): void {
  app.get(
    "/api/plans/:plan/subjects/:subject",
    {
      schema: {
        operationId: "getSubject",
        summary: "One subject: its targets, history, schedule, forecast and reported values",
        tags: ["plans"],
        params: referring(SubjectParams),
        querystring: referring(SubjectQuery),
        response: responses(Subject),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
