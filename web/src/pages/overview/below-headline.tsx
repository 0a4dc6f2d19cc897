import type { Progress } from "../../api/types.ts";
import { NotesBlock } from "../../components/notes-block.tsx";
import { BehindList } from "./behind-list.tsx";
import { ChainsBlock } from "./chains-block.tsx";
import { ChangesList } from "./changes-list.tsx";
import { LightsBlock } from "./lights-block.tsx";
import "./month-charts.css";
import "../../styles/outlook-marks.css";
import "../../styles/row-chart.css";
import { OutlookBlock } from "./outlook-block.tsx";
import { ReconciliationList } from "./reconciliation-list.tsx";
import { ShortfallsBlock } from "./shortfalls-block.tsx";
import { TasksBlock } from "./tasks-block.tsx";
import { UnreportedList } from "./unreported-list.tsx";

/**
 * What stands below and beside the headline, in the order in which a month is gone through: what changed, who holds back by
 * how much and since when, whether it will be met, who has not reported, and whether the targets add up. What is read row
 * by row stands below both columns, as wide as the page.
 */
export function BelowHeadline({ progress }: { readonly progress: Progress }) {
  return (
    <>
      <div className="overview-rail">
        <ChangesList progress={progress} />
        <BehindList progress={progress} />
        <UnreportedList progress={progress} />
        <ReconciliationList reconciliations={progress.reconciliations} />
      </div>
      <div className="overview-main">
        <ShortfallsBlock progress={progress} />
        <LightsBlock />
        <OutlookBlock />
      </div>
      <div className="overview-rest">
        <ChainsBlock progress={progress} />
        <TasksBlock progress={progress} />
        <NotesBlock plan={progress.plan.key} month={progress.quotation.month} />
      </div>
    </>
  );
}
