import type { FastifyRequest } from "fastify";
import { agreeWithDepartment } from "../actions/agree-with-department.ts";
import { repeatBlankLines } from "../actions/repeat-blank-lines.ts";
import { saveDraftLine } from "../actions/save-draft-line.ts";
import { submitPaper } from "../actions/submit-paper.ts";
import {
  KeyHeaders,
  LineConflict,
  LineParams,
  LineWriting,
  Paper,
  PaperParams,
  PaperQuery,
  PaperRow,
  PaperSubmission,
  Receipt,
  Tasks,
} from "../contract/paper.ts";
import { NoQuery } from "../contract/questions.ts";
import type { Mover } from "../domain/workflow.ts";
import type { PaperKey } from "../papers/asked-paper.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { languageOf, problemOf, type Refusal, settled } from "../problems.ts";
import { readPaper, readPaperRow } from "../reads/paper.ts";
import type { Reads } from "../reads/reads.ts";
import { readTasks } from "../reads/tasks.ts";
import { type Api, responses } from "./api.ts";

const paperAddress = "/api/plans/:plan/papers/:department/:period";
const tags = ["papers"];
const place = { params: referring(PaperParams), querystring: referring(PaperQuery) };
const linePlace = { params: referring(LineParams), querystring: referring(PaperQuery) };

type Place = Omit<PaperKey, "kind">;

/** The paper of an address; a report where it does not say of which kind. */
export const keyOf = ({ plan, department, period }: Place, { kind = "report" }: Partial<PaperKey>): PaperKey => ({
  plan,
  department,
  period,
  kind,
});

/** Who asks, as the workflow sees them. */
export function moverIn(request: FastifyRequest): Mover {
  const { id, role, departments } = actorOf(request);
  return { account: id, role, departments };
}

/** What is due, a paper, and writing on it until it is handed in */
export function papersRoutes(app: Api, reads: Reads): void {
  const { store } = reads;

  app.get(
    "/api/tasks",
    {
      schema: {
        operationId: "listTasks",
        summary: "What the signed-in person has to report",
        tags,
        querystring: referring(NoQuery),
        response: responses(Tasks),
      },
    },
    (request) => readTasks(reads, moverIn(request)),
  );

  app.get(
    paperAddress,
    {
      schema: {
        operationId: "getPaper",
        summary: "What a unit hands in of a period: lines, what stood before, checks, and how lights would become",
        tags,
        ...place,
        response: responses(Paper),
      },
    },
    async (request) => settled(await readPaper(reads, keyOf(request.params, request.query), moverIn(request))),
  );

  app.put(
    `${paperAddress}/lines/:measure`,
    {
      schema: {
        operationId: "saveDraftLine",
        summary: "Save a line as typed; refused with the line that stands where somebody else was first",
        tags,
        ...linePlace,
        body: referring(LineWriting),
        response: { ...responses(PaperRow), 409: referring(LineConflict) },
      },
    },
    async (request, reply) => {
      const { params, query, body } = request;
      const paper = keyOf(params, query);
      const { measure } = params;
      const writing = { actor: actorOf(request), now: reads.instant(), paper };
      const saved = settled(await saveDraftLine(store, { ...writing, measure, ...body }));
      const row = settled(await readPaperRow(reads, paper, measure, moverIn(request)));
      if (saved.isSaved) return row;
      const name = row.scopeName === null ? row.name.zh : `${row.name.zh}·${row.scopeName.zh}`;
      const refusal: Refusal = { code: "line-moved-on", field: "version", value: name, allowed: row.writtenBy ?? "" };
      reply.refusal = refusal.code;
      const problem = problemOf(refusal, languageOf(request.headers["accept-language"]));
      return reply.code(409).send({ ...problem, row });
    },
  );

  app.post(
    `${paperAddress}/unchanged`,
    {
      schema: {
        operationId: "repeatBlankLines",
        summary: "Say 无变化 in every blank line that has something to repeat",
        tags,
        ...place,
        response: responses(Paper),
      },
    },
    async (request) => {
      const paper = keyOf(request.params, request.query);
      settled(await repeatBlankLines(store, { actor: actorOf(request), now: reads.instant(), paper }));
      return settled(await readPaper(reads, paper, moverIn(request)));
    },
  );

  app.post(
    `${paperAddress}/agreement`,
    {
      schema: {
        operationId: "agreeWithDepartment",
        summary: "Confirm what the department reported in every blank line of a confirmation",
        tags,
        ...place,
        response: responses(Paper),
      },
    },
    async (request) => {
      const paper = keyOf(request.params, request.query);
      settled(await agreeWithDepartment(store, { actor: actorOf(request), now: reads.instant(), paper }));
      return settled(await readPaper(reads, paper, moverIn(request)));
    },
  );

  app.post(
    `${paperAddress}/submission`,
    {
      schema: {
        operationId: "submitPaper",
        summary: "Hand the paper in as it stands; the same idempotency key hands in once",
        tags,
        ...place,
        headers: KeyHeaders,
        body: referring(PaperSubmission),
        response: responses(Receipt),
      },
    },
    async (request) => {
      const { seen, reason = null } = request.body;
      const receipt = await submitPaper(store, {
        actor: actorOf(request),
        now: reads.instant(),
        paper: keyOf(request.params, request.query),
        ...{ seen, reason, key: request.headers["idempotency-key"] },
      });
      return settled(receipt);
    },
  );
}
