import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { PlaceTableParams, PlaceTableQuery, type TableKey, TableParams, TableQuery } from "../contract/tables.ts";
import { addMonths, type Month } from "../domain/month.ts";
import { figureTables } from "../exports/tables/index.ts";
import type { TableSource, TakenTable } from "../exports/tables/table.ts";
import { tableCsv } from "../exports/tables/table-csv.ts";
import { factLines, fileName } from "../exports/tables/table-facts.ts";
import { tableWorkbook } from "../exports/tables/table-workbook.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readChanges } from "../reads/changes.ts";
import { readComparison } from "../reads/comparison.ts";
import { readDepartmentHistories } from "../reads/department-histories.ts";
import { readLightMap } from "../reads/light-map.ts";
import { readOutlook } from "../reads/outlook.ts";
import { readProgress } from "../reads/progress.ts";
import type { Reads } from "../reads/reads.ts";
import { readShortfalls } from "../reads/shortfalls.ts";
import { readSteps } from "../reads/steps.ts";
import { readSubject } from "../reads/subject.ts";
import type { Api } from "./api.ts";
import { takePlaceTable } from "./place-tables.ts";

interface Taken {
  readonly table: TakenTable;
  readonly source: TableSource;
}
type Wanted = Pick<TableQuery, "format" | "lang">;
type Taking = (reads: Reads, plan: string, query: TableQuery) => Promise<Taken>;

const asked = ({ month, horizon, basis, asKnownOn }: TableQuery) => ({
  ...{ month, horizon },
  ...(basis !== undefined && { basis }),
  ...(asKnownOn !== undefined && { asKnownOn }),
});

/** Each table of the answer that its page shows. */
const takings: Readonly<Record<TableKey, Taking>> = {
  headline: async (reads, plan, query) => {
    const source = settled(await readProgress(reads, plan, asked(query)));
    return { source, table: figureTables.headline(source) };
  },
  chains: async (reads, plan, query) => {
    const source = settled(await readProgress(reads, plan, asked(query)));
    return { source, table: figureTables.chains(source, query.indicator) };
  },
  shortfalls: async (reads, plan, query) => {
    const source = settled(await readShortfalls(reads, plan, asked(query)));
    return { source, table: figureTables.shortfalls(source, query.indicator) };
  },
  changes: async (reads, plan, query) => {
    // The contract has seen that it is a month.
    const since = query.since ?? addMonths(query.month as Month, -1);
    const source = settled(await readChanges(reads, plan, { ...asked(query), since }));
    return { source, table: figureTables.changes(source) };
  },
  lights: async (reads, plan, query) => {
    const { month: _, ...question } = asked(query);
    const source = settled(await readLightMap(reads, plan, question));
    return { source, table: figureTables.lights(source, query.indicator) };
  },
  outlook: async (reads, plan, query) => {
    const source = settled(await readOutlook(reads, plan, asked(query)));
    return { source, table: figureTables.outlook(source) };
  },
  history: async (reads, plan, query) => {
    const { horizon: _, ...question } = asked(query);
    const answer = settled(await readSubject(reads, { plan, subject: query.subject ?? "" }, question));
    return { source: { ...answer, horizon: null }, table: figureTables.history(answer, query.measure) };
  },
  steps: async (reads, plan, query) => {
    const { horizon: _, ...question } = asked(query);
    const answer = settled(await readSteps(reads, { plan, subject: query.subject ?? "" }, question));
    return { source: { ...answer, horizon: null }, table: figureTables.steps(answer, query.indicator) };
  },
  "department-histories": async (reads, plan, query) => {
    const { attribution, department = [] } = query;
    const question = { ...asked(query), department, ...(attribution !== undefined && { attribution }) };
    const source = settled(await readDepartmentHistories(reads, plan, question));
    return { source, table: figureTables["department-histories"](source) };
  },
  comparison: async (reads, plan, query) => {
    const source = settled(await readComparison(reads, { plan, subject: query.subject ?? "" }, asked(query)));
    return { source, table: figureTables.comparison(source, query.indicator) };
  },
};

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const bytes = { 200: { content: { "application/octet-stream": { schema: Type.Unknown() } } } };

/** Sends a table as a file with two names: one for browsers of our time, a plain one for all others. */
function sendTable(reply: FastifyReply, { table, source }: Taken, { format, lang = "zh" }: Wanted, plain: string) {
  const facts = factLines(table, source, lang);
  const name = encodeURIComponent(`${fileName(table, source, lang)}.${format}`);
  return reply
    .header("content-type", types[format])
    .header("content-disposition", `attachment; filename="${plain}.${format}"; filename*=UTF-8''${name}`)
    .send(format === "csv" ? tableCsv(table, facts, lang) : Buffer.from(tableWorkbook(table, facts, lang)));
}

/** The tables of the charts as files */
export function tablesRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/tables/:table",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getTable",
        summary: "The table of a chart as CSV or XLSX, with what it says of itself",
        tags: ["plans"],
        params: referring(TableParams),
        querystring: referring(TableQuery),
        response: bytes,
      },
    },
    async ({ params: { plan, table }, query }, reply) =>
      sendTable(reply, await takings[table](reads, plan, query), query, `${plan}-${table}-${query.month}`),
  );
  app.get(
    "/api/headlines/tables/:table",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getPlaceTable",
        summary: "The tables over all places as CSV or XLSX, with what they say of themselves",
        tags: ["places"],
        params: referring(PlaceTableParams),
        querystring: referring(PlaceTableQuery),
        response: bytes,
      },
    },
    async ({ params: { table }, query }, reply) =>
      sendTable(reply, settled(await takePlaceTable(reads, table, query)), query, `all-${table}-${query.month}`),
  );
}
