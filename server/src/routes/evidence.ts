import { Type } from "typebox";
import { addEvidence, evidenceBytes } from "../actions/add-evidence.ts";
import { EvidenceParams, EvidenceQuery, LineParams, PaperRow } from "../contract/paper.ts";
import { NoQuery } from "../contract/questions.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { RefusedError, settled } from "../problems.ts";
import { readEvidence } from "../reads/evidence.ts";
import { readPaperRow } from "../reads/paper.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";
import { keyOf, moverIn } from "./papers.ts";

const tags = ["papers"];
/** The file itself, whatever it is: its bytes say that. */
const File = Type.Unknown();

/** Files that prove figures: adding one to a line, and having it back */
export function evidenceRoutes(app: Api, reads: Reads): void {
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );

  app.post(
    "/api/plans/:plan/papers/:department/:period/lines/:measure/evidence",
    {
      config: { carries: "upload" },
      // More than is taken, so that what is too large is refused by a sentence.
      bodyLimit: 2 * evidenceBytes,
      schema: {
        operationId: "addEvidence",
        summary: "Add a file to a line: pdf, png, jpg, docx or xlsx by its bytes, 5 MB at most",
        tags,
        params: referring(LineParams),
        querystring: referring(EvidenceQuery),
        body: { content: { "application/octet-stream": { schema: File } } },
        response: responses(PaperRow),
      },
    },
    async (request) => {
      const { params, query, body } = request;
      if (!Buffer.isBuffer(body)) throw new RefusedError({ code: "malformed-request" });
      const { name } = query;
      const paper = keyOf(params, query);
      const writing = { actor: actorOf(request), now: reads.instant(), paper };
      settled(await addEvidence(reads.store, { ...writing, measure: params.measure, name, content: body }));
      return settled(await readPaperRow(reads, paper, params.measure, moverIn(request)));
    },
  );

  app.get(
    "/api/evidence/:id",
    {
      config: { carries: "export" },
      schema: {
        operationId: "getEvidence",
        summary: "A file that proves a figure, as it was added",
        tags,
        params: referring(EvidenceParams),
        querystring: referring(NoQuery),
      },
    },
    async (request, reply) => {
      const file = settled(await readEvidence(reads, Number(request.params.id), actorOf(request)));
      // Never shown in the page's own origin, whatever it holds.
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
      return reply
        .header("content-disposition", disposition)
        .header("cache-control", "private, no-store")
        .type(file.mediaType)
        .send(file.content);
    },
  );
}
