import { Readable } from "node:stream";
import { Type } from "typebox";
import { AuditAnchor, AuditPage } from "../contract/audit.ts";
import { AuditExportQuery, AuditQuery, NoQuery } from "../contract/questions.ts";
import { auditTable } from "../exports/audit-table.ts";
import { referring } from "../plugins/named-schemas.ts";
import { languageOf, settled } from "../problems.ts";
import { askAudit, readAudit, readAuditAnchor, soughtAuditRows } from "../reads/audit.ts";
import { actionName } from "../reads/audit-words.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** Who did what, the same as a table to take away, and what pins it */
export function auditRoutes(app: Api, reads: Reads): void {
  const tags = ["audit"];

  app.get(
    "/api/audit",
    {
      schema: {
        operationId: "getAudit",
        summary: "Who did what and when, newest first, refused tries with it",
        tags,
        querystring: referring(AuditQuery),
        response: responses(AuditPage),
      },
    },
    async ({ query }) => settled(await readAudit(reads, query)),
  );

  app.get(
    "/api/audit/export",
    {
      config: { carries: "export" },
      schema: {
        operationId: "exportAudit",
        summary: "The rows of the audit as CSV, oldest first, each with its hash",
        tags,
        querystring: referring(AuditExportQuery),
        response: { ...responses(AuditPage), 200: { content: { "text/csv": { schema: Type.String() } } } },
      },
    },
    async ({ query, headers }, reply) => {
      const question = settled(askAudit(query));
      const table = auditTable(soughtAuditRows(reads, question), languageOf(headers["accept-language"]), actionName);
      // A table in pieces: what goes out is text, as the response says.
      const pieces = Readable.from(table) as never;
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename*=UTF-8''audit-${reads.today()}.csv`)
        .header("cache-control", "no-store")
        .send(pieces);
    },
  );

  app.get(
    "/api/audit/anchor",
    {
      schema: {
        operationId: "getAuditAnchor",
        summary: "What pins the chain of the audit, to be printed and kept elsewhere",
        tags,
        querystring: referring(NoQuery),
        response: responses(AuditAnchor),
      },
    },
    () => readAuditAnchor(reads),
  );
}
