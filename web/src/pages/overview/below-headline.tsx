import type { Progress } from "../../api/types.ts";
import { BehindList } from "./behind-list.tsx";
import { ChainsBlock } from "./chains-block.tsx";
import { ReconciliationList } from "./reconciliation-list.tsx";
import { TasksBlock } from "./tasks-block.tsx";
import { UnreportedList } from "./unreported-list.tsx";

/** What stands below and beside the headline: lists of what needs a look, the chart of chains, the tasks. */
export function BelowHeadline({ progress }: { readonly progress: Progress }) {
  return (
    <>
      <div className="overview-rail">
        <BehindList progress={progress} />
        <UnreportedList progress={progress} />
        <ReconciliationList reconciliations={progress.reconciliations} />
      </div>
      <div className="overview-main">
        <ChainsBlock progress={progress} />
        <TasksBlock progress={progress} />
      </div>
    </>
  );
}
