import { PlaceTableParams, PlaceTableQuery, type TableKey, TableParams, TableQuery } from "../contract/tables.ts";
import { addMonths, type Month, monthOfYear } from "../domain/month.ts";
import { figureTables } from "../exports/tables/index.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readAppraisalOf } from "../reads/appraisal.ts";
import { readChanges } from "../reads/changes.ts";
import { chartAnswers } from "../reads/chart-answers.ts";
import { readDepartments } from "../reads/departments.ts";
import type { Reads } from "../reads/reads.ts";
import { readReporting } from "../reads/reporting.ts";
import type { Api } from "./api.ts";
import { takePlaceTable } from "./place-tables.ts";
import { sendTable, type Taken, tableBytes } from "./taken-table.ts";

type Taking = (reads: Reads, plan: string, query: TableQuery) => Promise<Taken>;

/** The last month of the latest quarter that has ended by a month. */
const quarterBy = (month: Month) => addMonths(month, -(monthOfYear(month) % 3));

const knowledge = ({ basis, asKnownOn }: TableQuery) => ({
  ...(basis !== undefined && { basis }),
  ...(asKnownOn !== undefined && { asKnownOn }),
});

const unitsAt = async (reads: Reads, plan: string, query: TableQuery) => {
  const { month, horizon, attribution } = query;
  const asked = { month, horizon, ...(attribution !== undefined && { attribution }) };
  return settled(await readDepartments(reads, plan, { ...asked, ...knowledge(query) }));
};

/** Each table of the answer that its page shows. */
const takings: Readonly<Record<TableKey, Taking>> = {
  headline: async (reads, plan, query) => {
    const source = settled(await chartAnswers.headline(reads, plan, query));
    return { source, table: figureTables.headline(source) };
  },
  chains: async (reads, plan, query) => {
    const source = settled(await chartAnswers.chains(reads, plan, query));
    return { source, table: figureTables.chains(source, query.indicator) };
  },
  shortfalls: async (reads, plan, query) => {
    const source = settled(await chartAnswers.shortfalls(reads, plan, query));
    return { source, table: figureTables.shortfalls(source, query.indicator) };
  },
  changes: async (reads, plan, query) => {
    const { month, horizon } = query;
    // The contract has seen that it is a month.
    const since = query.since ?? addMonths(month as Month, -1);
    const source = settled(await readChanges(reads, plan, { month, horizon, since, ...knowledge(query) }));
    return { source, table: figureTables.changes(source) };
  },
  lights: async (reads, plan, query) => {
    const source = settled(await chartAnswers.lights(reads, plan, query));
    return { source, table: figureTables.lights(source, query.indicator) };
  },
  outlook: async (reads, plan, query) => {
    const source = settled(await chartAnswers.outlook(reads, plan, query));
    return { source, table: figureTables.outlook(source) };
  },
  history: async (reads, plan, query) => {
    const answer = settled(await chartAnswers.history(reads, plan, query));
    return { source: { ...answer, horizon: null }, table: figureTables.history(answer, query.measure) };
  },
  steps: async (reads, plan, query) => {
    const answer = settled(await chartAnswers.steps(reads, plan, query));
    return { source: { ...answer, horizon: null }, table: figureTables.steps(answer, query.indicator) };
  },
  "department-histories": async (reads, plan, query) => {
    const source = settled(await chartAnswers["department-histories"](reads, plan, query));
    return { source, table: figureTables["department-histories"](source) };
  },
  departments: async (reads, plan, query) => {
    const source = await unitsAt(reads, plan, query);
    return { source, table: figureTables.departments(source) };
  },
  "department-subjects": async (reads, plan, query) => {
    const source = await unitsAt(reads, plan, query);
    return { source, table: figureTables["department-subjects"](source) };
  },
  reporting: async (reads, plan, query) => {
    const answer = settled(await readReporting(reads, plan, { month: query.month }));
    return { source: { ...answer, horizon: null }, table: figureTables.reporting(answer) };
  },
  appraisal: async (reads, plan, query) => {
    // The contract has seen that it is a month.
    const quarter = quarterBy(query.month as Month);
    const answer = settled(await readAppraisalOf(reads, plan, { quarter, ...knowledge(query) }));
    return { source: { ...answer, horizon: null }, table: figureTables.appraisal(answer) };
  },
  comparison: async (reads, plan, query) => {
    const source = settled(await chartAnswers.comparison(reads, plan, query));
    return { source, table: figureTables.comparison(source, query.indicator) };
  },
};

/** The tables of the charts as files */
export function tablesRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/tables/:table",
    {
      config: { isFigures: true, carries: "export" },
      schema: {
        operationId: "getTable",
        summary: "The table of a chart as CSV or XLSX, with what it says of itself",
        tags: ["plans"],
        params: referring(TableParams),
        querystring: referring(TableQuery),
        response: tableBytes,
      },
    },
    async ({ params: { plan, table }, query }, reply) =>
      sendTable(reply, await takings[table](reads, plan, query), query, `${plan}-${table}-${query.month}`),
  );
  app.get(
    "/api/headlines/tables/:table",
    {
      config: { isFigures: true, carries: "export" },
      schema: {
        operationId: "getPlaceTable",
        summary: "The tables over all places as CSV or XLSX, with what they say of themselves",
        tags: ["places"],
        params: referring(PlaceTableParams),
        querystring: referring(PlaceTableQuery),
        response: tableBytes,
      },
    },
    async ({ params: { table }, query }, reply) =>
      sendTable(reply, settled(await takePlaceTable(reads, table, query)), query, `all-${table}-${query.month}`),
  );
}
