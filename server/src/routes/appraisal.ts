import { addAppraisalRule } from "../actions/set-appraisal.ts";
import { Appraisal, AppraisalQuery, AppraisalRuleAdding, AppraisalRuleTrial } from "../contract/appraisal.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { PlanEdited } from "../contract/plan-edits.ts";
import { PlanParams } from "../contract/questions.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { previewAppraisal, readAppraisalOf } from "../reads/appraisal.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** 季考评: the units of a plan appraised for a quarter, and the rules by which they are */
export function appraisalRoutes(app: Api, reads: Reads): void {
  const place = { tags: ["appraisal"], params: referring(PlanParams) };

  app.get(
    "/api/plans/:plan/appraisal",
    {
      schema: {
        operationId: "getAppraisal",
        summary: "The plan's units appraised for a quarter, with the rule that holds for it and all rules",
        ...{ ...place, querystring: referring(AppraisalQuery), response: responses(Appraisal) },
      },
    },
    async ({ params, query }) => settled(await readAppraisalOf(reads, params.plan, query)),
  );

  app.post(
    "/api/plans/:plan/appraisal-rules/preview",
    {
      schema: {
        operationId: "previewAppraisalRule",
        summary: "The units appraised for a quarter by another rule, nothing being written",
        ...{ ...place, body: referring(AppraisalRuleTrial), response: responses(Appraisal) },
      },
    },
    async ({ params, body }) => settled(await previewAppraisal(reads, params.plan, body)),
  );

  app.post(
    "/api/plans/:plan/appraisal-rules",
    {
      schema: {
        operationId: "addAppraisalRule",
        summary: "Appraise the plan's units by another rule from a month on",
        ...{ ...place, headers: KeyHeaders, body: referring(AppraisalRuleAdding), response: responses(PlanEdited) },
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      const editing = { actor: actorOf(request), now: reads.instant(), key: headers["idempotency-key"] };
      return settled(await addAppraisalRule(reads.store, { ...editing, ...params, ...body }));
    },
  );
}
