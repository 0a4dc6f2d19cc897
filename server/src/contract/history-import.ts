import { type Static, Type } from "typebox";
import { skipReasons } from "../domain/history-import.ts";
import { Key, Month, nullable, oneOf, Text } from "./common.ts";
import { WorkbookFinding } from "./workbook.ts";

const strict = { additionalProperties: false };
export const SkipReason = oneOf(skipReasons, { $id: "SkipReason" });

/** The ended periods of a plan, by the unit that reports them: where the office may bring history in. */
export const HistoryUnits = Type.Object(
  {
    units: Type.Array(
      Type.Object({
        department: Key,
        name: Text,
        periods: Type.Array(
          Type.Object({
            period: Month,
            skip: nullable(SkipReason),
          }),
        ),
      }),
    ),
  },
  { $id: "HistoryUnits" },
);

/** What an uploaded history makes of a unit's periods. */
export const HistoryReading = Type.Object(
  {
    department: Key,
    periods: Type.Array(
      Type.Object({
        period: Month,
        lines: Type.Integer({ description: "Measures with a figure, which the period's draft has." }),
        skip: nullable(SkipReason),
      }),
    ),
    dropped: Type.Array(Type.String(), { description: "Measures of the workbook that are asked for no more." }),
    lacking: Type.Array(Text, { description: "Measures of the unit that the workbook has not." }),
    findings: Type.Array(WorkbookFinding),
    errors: Type.Integer({ description: "Findings that must be mended before anything is taken over." }),
  },
  { $id: "HistoryReading" },
);

export const HistoryParams = Type.Object({ plan: Key, department: Key }, strict);
/** The first and the last period of a form. */
export const HistoryRange = Type.Object({ from: Month, until: Month }, strict);

export type HistoryReading = Static<typeof HistoryReading>;
export type HistoryUnits = Static<typeof HistoryUnits>;
