/** A table as a file that a route sends: CSV or XLSX, with what the table says of itself. */
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import type { TableQuery } from "../contract/tables.ts";
import type { TableSource, TakenTable } from "../exports/tables/table.ts";
import { tableCsv } from "../exports/tables/table-csv.ts";
import { factLines, fileName } from "../exports/tables/table-facts.ts";
import { tableWorkbook } from "../exports/tables/table-workbook.ts";

/** A table with what it says of itself. */
export interface Taken {
  readonly table: TakenTable;
  readonly source: TableSource;
}
type Wanted = Pick<TableQuery, "format" | "lang">;

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What a route that sends a table says of its answer. */
export const tableBytes = { 200: { content: { "application/octet-stream": { schema: Type.Unknown() } } } };

/** Sends a table as a file with two names: one for browsers of our time, a plain one for all others. */
export function sendTable(
  reply: FastifyReply,
  { table, source }: Taken,
  { format, lang = "zh" }: Wanted,
  plain: string,
) {
  const facts = factLines(table, source, lang);
  const name = encodeURIComponent(`${fileName(table, source, lang)}.${format}`);
  return reply
    .header("content-type", types[format])
    .header("content-disposition", `attachment; filename="${plain}.${format}"; filename*=UTF-8''${name}`)
    .send(format === "csv" ? tableCsv(table, facts, lang) : Buffer.from(tableWorkbook(table, facts, lang)));
}
