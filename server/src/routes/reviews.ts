import { acceptSubmission } from "../actions/accept-submission.ts";
import { acceptTogether } from "../actions/accept-together.ts";
import { returnSubmission } from "../actions/return-submission.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { NoQuery } from "../contract/questions.ts";
import {
  Acceptance,
  Acceptances,
  AcceptedTogether,
  Decided,
  Return,
  ReviewQueue,
  Submission,
  SubmissionParams,
} from "../contract/reviews.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { problemOf, settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readReviews } from "../reads/reviews.ts";
import { readSubmission } from "../reads/submission.ts";
import { type Api, responses } from "./api.ts";

const asked = { tags: ["reviews"], querystring: referring(NoQuery) };
const ofOne = { ...asked, params: referring(SubmissionParams) };
/** A double click, and a second try after a lost answer, decide once and are answered alike. */
const once = { headers: KeyHeaders };

/** The queue of reviews, one submission side by side, and the decisions on it. No route here takes a figure. */
export function reviewRoutes(app: Api, reads: Reads): void {
  app.get(
    "/api/reviews",
    {
      schema: {
        ...asked,
        operationId: "getReviews",
        summary: "What waits for review, the unusual first",
        response: responses(ReviewQueue),
      },
    },
    () => readReviews(reads),
  );

  app.get(
    "/api/submissions/:submission",
    {
      schema: {
        ...ofOne,
        operationId: "getSubmission",
        summary: "One submission side by side with what was accepted before it",
        response: responses(Submission),
      },
    },
    async (request) => settled(await readSubmission(reads, Number(request.params.submission), actorOf(request))),
  );

  app.post(
    "/api/submissions/:submission/acceptance",
    {
      schema: {
        ...ofOne,
        ...once,
        operationId: "acceptSubmission",
        summary: "Accept a submission",
        body: referring(Acceptance),
        response: responses(Decided),
      },
    },
    async (request) => {
      const { params, body } = request;
      const decision = { submission: Number(params.submission), ...body, key: request.headers["idempotency-key"] };
      const review = { actor: actorOf(request), now: reads.instant(), ...decision };
      const { revision } = settled(await acceptSubmission(reads.store, review));
      return { submission: params.submission, state: "accepted" as const, revision };
    },
  );

  app.post(
    "/api/submissions/:submission/return",
    {
      schema: {
        ...ofOne,
        ...once,
        operationId: "returnSubmission",
        summary: "Send a submission back, as a whole and line by line",
        body: referring(Return),
        response: responses(Decided),
      },
    },
    async (request) => {
      const { params, body } = request;
      const decision = { submission: Number(params.submission), ...body, key: request.headers["idempotency-key"] };
      const review = { actor: actorOf(request), now: reads.instant(), ...decision };
      const { revision } = settled(await returnSubmission(reads.store, review));
      return { submission: params.submission, state: "returned" as const, revision };
    },
  );

  app.post(
    "/api/reviews/acceptances",
    {
      schema: {
        ...asked,
        ...once,
        operationId: "acceptTogether",
        summary: "Accept several submissions that nothing marks",
        body: referring(Acceptances),
        response: responses(AcceptedTogether),
      },
    },
    async (request) => {
      const submissions = request.body.submissions.map((each) => ({ ...each, submission: Number(each.submission) }));
      const { accepted, refused } = await acceptTogether(reads.store, {
        actor: actorOf(request),
        now: reads.instant(),
        ...{ submissions, key: request.headers["idempotency-key"] },
      });
      return {
        accepted: accepted.map(String),
        refused: refused.map(({ submission, reason }) => {
          const [zh, en] = [problemOf(reason, "zh"), problemOf(reason, "en")];
          return { submission: String(submission), code: zh.code, message: { zh: zh.message, en: en.message } };
        }),
      };
    },
  );
}
