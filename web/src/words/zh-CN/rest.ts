import { accounts, security } from "./accounts.ts";
import { appraisal } from "./appraisal.ts";
import { audit } from "./audit.ts";
import { backups } from "./backups.ts";
import { briefing } from "./briefing.ts";
import { chain } from "./chain.ts";
import { changes } from "./changes.ts";
import { compareDepartments, department, departments, reporting, unitHistory } from "./departments.ts";
import { differences } from "./differences.ts";
import { historyImport } from "./history-import.ts";
import { judging } from "./judging.ts";
import { edition, months } from "./months.ts";
import { news } from "./notes.ts";
import { paper, tasks } from "./paper.ts";
import { places } from "./places.ts";
import { plan } from "./plan.ts";
import { planEditing } from "./plan-editing.ts";
import { life, reviews, submission } from "./reviews.ts";
import { revision } from "./revision.ts";
import { signIn } from "./sign-in.ts";
import { workbook } from "./workbook.ts";

/** The words of the other pages. */
export const rest = {
  plan,
  news,
  places,
  briefing,
  chain,
  changes,
  departments,
  department,
  compareDepartments,
  unitHistory,
  reporting,
  differences,
  signIn,
  audit,
  paper,
  tasks,
  reviews,
  submission,
  life,
  months,
  edition,
  workbook,
  historyImport,
  accounts,
  security,
  backups,
  revision,
  planEditing,
  judging,
  appraisal,
};
