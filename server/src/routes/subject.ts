import { SubjectParams, SubjectQuery } from "../contract/questions.ts";
import { Subject } from "../contract/subject.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readSubject } from "../reads/subject.ts";
import { type Api, responses } from "./api.ts";

/** One subject: its targets, history, schedule, forecast and reported values */
export function subjectRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/subjects/:subject",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getSubject",
        summary: "One subject: its targets, history, schedule, forecast and reported values",
        tags: ["plans"],
        params: referring(SubjectParams),
        querystring: referring(SubjectQuery),
        response: responses(Subject),
      },
    },
    async ({ params, query }) => settled(await readSubject(reads, params, query)),
  );
}
