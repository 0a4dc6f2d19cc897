import { takeOverWorkbook } from "../actions/take-over-workbook.ts";
import { Paper, PaperParams, PaperQuery } from "../contract/paper.ts";
import { WorkbookReading, WorkbookTakingQuery } from "../contract/workbook.ts";
import { formWorkbook } from "../exports/form-workbook.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readPaper } from "../reads/paper.ts";
import type { Reads } from "../reads/reads.ts";
import { correctedForm, readUploadedWorkbook, readWorkbookForm, shownReading } from "../reads/uploaded-workbook.ts";
import { type Api, responses } from "./api.ts";
import { keyOf, moverIn } from "./papers.ts";
import { downloaded, fileBody, fileIn, upload } from "./workbook-files.ts";

const address = "/api/plans/:plan/papers/:department/:period/workbook";
const tags = ["papers"];
const params = referring(PaperParams);
const body = fileBody;

/** The form as a workbook: having it, trying one, having it back with marks, taking it over as a draft */
export function workbookRoutes(app: Api, reads: Reads): void {
  app.get(
    address,
    {
      config: { carries: "export" },
      schema: {
        operationId: "getWorkbook",
        summary: "The form of a paper as .xlsx: prefilled, locked but for the cells to fill in",
        tags,
        ...{ params, querystring: referring(PaperQuery) },
      },
    },
    async (request, reply) => {
      const key = keyOf(request.params, request.query);
      const form = settled(await readWorkbookForm(reads, key, moverIn(request)));
      const name = `填报表_${form.departmentName}_${form.identity.period}.xlsx`;
      return reply.headers(downloaded(name, `form-${form.identity.period}.xlsx`)).send(Buffer.from(formWorkbook(form)));
    },
  );

  app.post(
    address,
    {
      ...upload,
      schema: {
        operationId: "tryWorkbook",
        summary:
          "Check a filled-in form (.xlsx .xls .ods .et, 5 MB at most) as taking it over would; nothing is written",
        tags,
        body,
        ...{ params, querystring: referring(PaperQuery), response: responses(WorkbookReading) },
      },
    },
    async (request) => {
      const key = keyOf(request.params, request.query);
      const bytes = fileIn(request.body);
      return shownReading(settled(await readUploadedWorkbook(reads, key, moverIn(request), bytes)));
    },
  );

  app.post(
    `${address}/corrected`,
    {
      ...upload,
      schema: {
        operationId: "correctWorkbook",
        summary: "A filled-in form back as .xlsx, its cells marked that are wrong or odd; nothing is written",
        tags,
        body,
        ...{ params, querystring: referring(PaperQuery) },
      },
    },
    async (request, reply) => {
      const key = keyOf(request.params, request.query);
      const uploaded = settled(await readUploadedWorkbook(reads, key, moverIn(request), fileIn(request.body)));
      const { form, marks } = correctedForm(reads, uploaded);
      const name = `填报表_${form.departmentName}_${form.identity.period}_需改正.xlsx`;
      return reply
        .headers(downloaded(name, `form-${form.identity.period}.xlsx`))
        .send(Buffer.from(formWorkbook(form, marks)));
    },
  );

  app.put(
    `${address}/draft`,
    {
      ...upload,
      schema: {
        operationId: "takeOverWorkbook",
        summary: "Take a filled-in form over as the draft, over the state that the check was compared with",
        tags,
        body,
        ...{ params, querystring: referring(WorkbookTakingQuery), response: responses(Paper) },
      },
    },
    async (request) => {
      const paper = keyOf(request.params, request.query);
      const { lines } = settled(await readUploadedWorkbook(reads, paper, moverIn(request), fileIn(request.body)));
      const taken = await takeOverWorkbook(reads.store, {
        ...{ actor: actorOf(request), now: reads.instant(), paper, seen: request.query.seen },
        lines: lines.flatMap(({ entry, typed }) => (typed === null ? [] : [{ measure: entry.row.key, typed }])),
      });
      settled(taken);
      return settled(await readPaper(reads, paper, moverIn(request)));
    },
  );
}
