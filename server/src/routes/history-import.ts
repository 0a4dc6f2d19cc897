import { importHistory } from "../actions/import-history.ts";
import { HistoryParams, HistoryRange, HistoryReading, HistoryUnits } from "../contract/history-import.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import { historyWorkbook } from "../exports/history-workbook.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import {
  historyPlace,
  readHistoryForm,
  readHistorySheets,
  readHistoryUnits,
  shownHistory,
  tryHistory,
} from "../reads/history-import.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";
import { downloaded, fileBody, fileIn, upload } from "./workbook-files.ts";

const address = "/api/plans/:plan/history/:department/workbook";
const tags = ["history"];
const ofUnit = { tags, params: referring(HistoryParams) };
const sent = { ...ofUnit, body: fileBody, querystring: referring(NoQuery) };

/** History of many periods brought in by the office, as drafts that the unit hands in itself */
export function historyImportRoutes(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/history",
    {
      schema: {
        operationId: "listHistory",
        summary: "The ended periods of each reporting unit: where history may be brought in",
        ...{ tags, params: referring(PlanParams), querystring: referring(NoQuery), response: responses(HistoryUnits) },
      },
    },
    async (request) => settled(await readHistoryUnits(reads, request.params.plan)),
  );

  app.get(
    address,
    {
      config: { carries: "export" },
      schema: {
        operationId: "getHistoryWorkbook",
        summary: "The form of a unit's past periods as .xlsx: a line a figure, a column a period",
        ...ofUnit,
        querystring: referring(HistoryRange),
      },
    },
    async (request, reply) => {
      const { from, until } = request.query;
      const form = settled(await readHistoryForm(reads, historyPlace(reads, request.params), request.query));
      const name = `历史数据表_${form.departmentName}_${from}至${until}.xlsx`;
      return reply.headers(downloaded(name, `history-${from}.xlsx`)).send(Buffer.from(historyWorkbook(form)));
    },
  );

  app.post(
    address,
    {
      ...upload,
      schema: {
        operationId: "tryHistory",
        summary:
          "Check a filled-in history form (.xlsx .xls .ods .et, 5 MB at most) as its import would; nothing is written",
        ...sent,
        response: responses(HistoryReading),
      },
    },
    async (request) =>
      shownHistory(settled(await tryHistory(reads, historyPlace(reads, request.params), fileIn(request.body)))),
  );

  app.post(
    `${address}/corrected`,
    {
      ...upload,
      schema: {
        operationId: "correctHistory",
        summary: "A filled-in history form back as .xlsx, its cells marked that are wrong or odd; nothing is written",
        ...sent,
      },
    },
    async (request, reply) => {
      const place = historyPlace(reads, request.params);
      const { form, marks } = settled(await tryHistory(reads, place, fileIn(request.body)));
      const said = marks.map(({ at, severity, text }) => ({ at, severity, text: text.zh }));
      const name = `历史数据表_${form.departmentName}_需改正.xlsx`;
      return reply.headers(downloaded(name, "history-marked.xlsx")).send(Buffer.from(historyWorkbook(form, said)));
    },
  );

  app.put(
    `${address}/drafts`,
    {
      ...upload,
      schema: {
        operationId: "importHistory",
        summary: "Make a draft of each period that the unit has not begun; the unit hands them in itself",
        ...sent,
        response: responses(HistoryReading),
      },
    },
    async (request) => {
      const sheets = settled(await readHistorySheets(fileIn(request.body)));
      const place = historyPlace(reads, request.params);
      return shownHistory(settled(await importHistory(reads.store, { ...place, actor: actorOf(request), sheets })));
    },
  );
}
