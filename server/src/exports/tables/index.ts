/** The tables that can be taken away, each by the word that asks for it. */
import { appraisalTable } from "./appraisal.ts";
import { chainsTable } from "./chains.ts";
import { changesTable } from "./changes.ts";
import { comparisonTable } from "./comparison.ts";
import { departmentHistoriesTable } from "./department-histories.ts";
import { departmentSubjectsTable, departmentsTable } from "./departments.ts";
import { headlineTable } from "./headline.ts";
import { historyTable } from "./history.ts";
import { lightsTable } from "./lights.ts";
import { outlookTable } from "./outlook.ts";
import { reportingTable } from "./reporting.ts";
import { shortfallsTable } from "./shortfalls.ts";
import { stepsTable } from "./steps.ts";

/** Each makes its table of the answer that the page shows, and of the indicator that is looked at. */
export const figureTables = {
  headline: headlineTable,
  chains: chainsTable,
  shortfalls: shortfallsTable,
  changes: changesTable,
  lights: lightsTable,
  outlook: outlookTable,
  history: historyTable,
  steps: stepsTable,
  appraisal: appraisalTable,
  comparison: comparisonTable,
  departments: departmentsTable,
  "department-subjects": departmentSubjectsTable,
  "department-histories": departmentHistoriesTable,
  reporting: reportingTable,
} as const;
