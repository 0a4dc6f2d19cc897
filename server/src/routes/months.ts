import { askReopening } from "../actions/ask-reopening.ts";
import { closeMonth } from "../actions/close-month.ts";
import { grantExtension } from "../actions/grant-extension.ts";
import { reopenMonth } from "../actions/reopen-month.ts";
import {
  EditionFigures,
  EditionParams,
  EditionQuery,
  Extended,
  ExtensionGrant,
  MonthClosing,
  MonthMoved,
  MonthParams,
  Months,
  ReopeningAsked,
  ReopeningDecision,
} from "../contract/months.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import { actorIfAny, actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readEdition } from "../reads/edition.ts";
import { readMonths } from "../reads/months.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

const asked = { tags: ["months"], querystring: referring(NoQuery) };
const ofPlan = { ...asked, params: referring(PlanParams) };
const ofMonth = { ...asked, params: referring(MonthParams), headers: KeyHeaders, response: responses(MonthMoved) };
/** The key under which a step is asked for. */
const keyIn = (request: { headers: { "idempotency-key": string } }) => ({ key: request.headers["idempotency-key"] });

/** The periods of a plan: closing, editions, reopening, and later due days. */
export function monthRoutes(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/months",
    {
      schema: {
        ...ofPlan,
        operationId: "getMonths",
        summary: "The periods of a plan: closed or open, editions, who has reported",
        response: responses(Months),
      },
    },
    async (request) => settled(await readMonths(reads, request.params.plan, actorIfAny(request)?.id ?? null)),
  );

  app.get(
    "/api/plans/:plan/months/:month/editions/:edition",
    {
      schema: {
        operationId: "getEdition",
        summary: "An edition with the figures as of it, and what was corrected since",
        tags: ["months"],
        params: referring(EditionParams),
        querystring: referring(EditionQuery),
        response: responses(EditionFigures),
      },
    },
    async ({ params, query }) => settled(await readEdition(reads, params, query.basis ?? "department")),
  );

  app.post(
    "/api/plans/:plan/months/:month/closing",
    {
      schema: {
        ...ofMonth,
        operationId: "closeMonth",
        summary: "Close a period into an edition",
        body: referring(MonthClosing),
      },
    },
    async (request) => {
      const { params, body } = request;
      const step = {
        actor: actorOf(request),
        now: reads.instant(),
        ...params,
        ...keyIn(request),
        reason: body.reason ?? null,
      };
      return { ...settled(await closeMonth(reads.store, step)), state: "closed" as const };
    },
  );

  app.post(
    "/api/plans/:plan/months/:month/reopening",
    {
      schema: {
        ...ofMonth,
        operationId: "askReopening",
        summary: "Ask that a closed period is opened again",
        body: referring(ReopeningAsked),
      },
    },
    async (request) => {
      const { params, body } = request;
      const step = { actor: actorOf(request), now: reads.instant(), ...params, ...keyIn(request), reason: body.reason };
      return { ...settled(await askReopening(reads.store, step)), state: "reopening-asked" as const };
    },
  );

  app.post(
    "/api/plans/:plan/months/:month/reopening/decision",
    {
      schema: {
        ...ofMonth,
        operationId: "decideReopening",
        summary: "Grant the reopening of a period, or keep it closed",
        body: referring(ReopeningDecision),
      },
    },
    async (request) => {
      const { params, body } = request;
      const isGranted = body.decision === "grant";
      const who = { actor: actorOf(request), now: reads.instant(), ...keyIn(request) };
      const moved = settled(
        await reopenMonth(reads.store, { ...who, ...params, reason: body.reason ?? null, isGranted }),
      );
      return { ...moved, state: isGranted ? ("open" as const) : ("closed" as const) };
    },
  );

  app.post(
    "/api/plans/:plan/extensions",
    {
      schema: {
        ...ofPlan,
        operationId: "grantExtension",
        summary: "Give a unit, or all units, a later due day for a period",
        body: referring(ExtensionGrant),
        headers: KeyHeaders,
        response: responses(Extended),
      },
    },
    async (request) => {
      const { params, body } = request;
      const given = { ...body, department: body.department ?? null, plan: params.plan, ...keyIn(request) };
      return settled(await grantExtension(reads.store, { actor: actorOf(request), now: reads.instant(), ...given }));
    },
  );
}
