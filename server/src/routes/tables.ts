import { PlaceTableParams, PlaceTableQuery, type TableKey, TableParams, TableQuery } from "../contract/tables.ts";
import { addMonths, type Month, monthOfYear } from "../domain/month.ts";
import { figureTables } from "../exports/tables/index.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readAppraisalOf } from "../reads/appraisal.ts";
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
import { sendTable, type Taken, tableBytes } from "./taken-table.ts";

type Taking = (reads: Reads, plan: string, query: TableQuery) => Promise<Taken>;

const asked = ({ month, horizon, basis, asKnownOn }: TableQuery) => ({
  ...{ month, horizon },
  ...(basis !== undefined && { basis }),
  ...(asKnownOn !== undefined && { asKnownOn }),
});

/** The last month of the latest quarter that has ended by a month. */
const quarterBy = (month: Month) => addMonths(month, -(monthOfYear(month) % 3));

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
  appraisal: async (reads, plan, query) => {
    const { month, horizon: _, ...question } = asked(query);
    // The contract has seen that it is a month.
    const quarter = quarterBy(month as Month);
    const answer = settled(await readAppraisalOf(reads, plan, { ...question, quarter }));
    return { source: { ...answer, horizon: null }, table: figureTables.appraisal(answer) };
  },
  comparison: async (reads, plan, query) => {
    const source = settled(await readComparison(reads, { plan, subject: query.subject ?? "" }, asked(query)));
    return { source, table: figureTables.comparison(source, query.indicator) };
  },
};

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
        response: tableBytes,
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
        response: tableBytes,
      },
    },
    async ({ params: { table }, query }, reply) =>
      sendTable(reply, settled(await takePlaceTable(reads, table, query)), query, `all-${table}-${query.month}`),
  );
}
