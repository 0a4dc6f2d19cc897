import { Comparison } from "../contract/comparison.ts";
import { ProgressQuery, SubjectParams, SubjectQuery } from "../contract/questions.ts";
import { Steps } from "../contract/steps.ts";
import { Subject } from "../contract/subject.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readComparison } from "../reads/comparison.ts";
import type { Reads } from "../reads/reads.ts";
import { readSteps } from "../reads/steps.ts";
import { readSubject } from "../reads/subject.ts";
import { type Api, responses } from "./api.ts";

/** One subject: its targets and their way, what each quarter brought, and how it stands beside the others */
export function subjectRoutes(app: Api, reads: Reads): void {
  const params = referring(SubjectParams);
  const tags = ["plans"];
  const config = { isFigures: true };

  app.get(
    "/api/plans/:plan/subjects/:subject",
    {
      config,
      schema: {
        operationId: "getSubject",
        summary: "One subject: its targets, history, schedule, forecast and reported values",
        ...{ tags, params, querystring: referring(SubjectQuery), response: responses(Subject) },
      },
    },
    async ({ params: asked, query }) => settled(await readSubject(reads, asked, query)),
  );

  app.get(
    "/api/plans/:plan/subjects/:subject/steps",
    {
      config,
      schema: {
        operationId: "getSteps",
        summary: "Which quarter brought what to a subject, and from which unit",
        ...{ tags, params, querystring: referring(SubjectQuery), response: responses(Steps) },
      },
    },
    async ({ params: asked, query }) => settled(await readSteps(reads, asked, query)),
  );

  app.get(
    "/api/plans/:plan/subjects/:subject/comparison",
    {
      config,
      schema: {
        operationId: "getComparison",
        summary: "A subject beside the plan's others of its kind that have the same target, the largest gap first",
        ...{ tags, params, querystring: referring(ProgressQuery), response: responses(Comparison) },
      },
    },
    async ({ params: asked, query }) => settled(await readComparison(reads, asked, query)),
  );
}
