import type { FastifyRequest } from "fastify";
import { addAlias } from "../actions/add-alias.ts";
import { addMeasure } from "../actions/add-measure.ts";
import { addSubject } from "../actions/add-subject.ts";
import { addUnit } from "../actions/add-unit.ts";
import { assignUnit } from "../actions/assign-unit.ts";
import { KeyHeaders } from "../contract/paper.ts";
import {
  AliasAdding,
  MeasureAdding,
  MeasurePreview,
  PlanEdited,
  PlanEdits,
  SubjectAdding,
  UnitAdding,
  UnitAssigning,
  UnitParams,
} from "../contract/plan-edits.ts";
import { NoQuery, PlanParams, SubjectParams } from "../contract/questions.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { previewMeasure } from "../reads/measure-preview.ts";
import { readPlanEdits } from "../reads/plan-edits.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

const tags = ["revisions"];
const written = { headers: KeyHeaders, response: responses(PlanEdited) };

/** Adding to a loaded plan (方案编辑): units, their other names, who answers for what */
export function planEditsRoutes(app: Api, reads: Reads): void {
  const { store } = reads;
  const editing = (request: FastifyRequest, key: string) => ({ actor: actorOf(request), now: reads.instant(), key });

  app.get(
    "/api/plans/:plan/edits",
    {
      schema: {
        operationId: "listPlanEdits",
        summary: "What was added to the plan since it was loaded, by whom and why",
        tags,
        params: referring(PlanParams),
        querystring: referring(NoQuery),
        response: responses(PlanEdits),
      },
    },
    async ({ params }) => settled(await readPlanEdits(reads, params.plan)),
  );

  app.post(
    "/api/plans/:plan/units",
    {
      schema: {
        operationId: "addUnit",
        summary: "Add a unit that the plan did not name",
        tags,
        params: referring(PlanParams),
        body: referring(UnitAdding),
        ...written,
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      return settled(await addUnit(store, { ...editing(request, headers["idempotency-key"]), ...params, ...body }));
    },
  );

  app.post(
    "/api/plans/:plan/units/:unit/aliases",
    {
      schema: {
        operationId: "addAlias",
        summary: "Add another name of a unit",
        tags,
        params: referring(UnitParams),
        body: referring(AliasAdding),
        ...written,
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      return settled(await addAlias(store, { ...editing(request, headers["idempotency-key"]), ...params, ...body }));
    },
  );

  app.post(
    "/api/plans/:plan/subjects/:subject/units",
    {
      schema: {
        operationId: "assignUnit",
        summary: "Make a unit answer for a subject from a month on",
        tags,
        params: referring(SubjectParams),
        body: referring(UnitAssigning),
        ...written,
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      return settled(await assignUnit(store, { ...editing(request, headers["idempotency-key"]), ...params, ...body }));
    },
  );

  app.post(
    "/api/plans/:plan/subjects",
    {
      schema: {
        operationId: "addSubject",
        summary: "Add a chain or a task from a month on",
        tags,
        params: referring(PlanParams),
        body: referring(SubjectAdding),
        ...written,
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      return settled(await addSubject(store, { ...editing(request, headers["idempotency-key"]), ...params, ...body }));
    },
  );

  app.post(
    "/api/plans/:plan/subjects/:subject/measures",
    {
      schema: {
        operationId: "addMeasure",
        summary: "Add a measure with its first targets from a month on",
        tags,
        params: referring(SubjectParams),
        body: referring(MeasureAdding),
        ...written,
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      return settled(await addMeasure(store, { ...editing(request, headers["idempotency-key"]), ...params, ...body }));
    },
  );

  app.post(
    "/api/plans/:plan/subjects/:subject/measures/preview",
    {
      schema: {
        operationId: "previewMeasure",
        summary: "Which lights and composites a measure would move, nothing being written",
        tags,
        params: referring(SubjectParams),
        body: referring(MeasureAdding),
        response: responses(MeasurePreview),
      },
    },
    async ({ params, body }) => settled(await previewMeasure(reads, params.plan, { ...body, ...params })),
  );
}
