import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { historyQuery } from "../../api/history-import.ts";
import type { HistoryUnits } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { HistoryPart } from "./history-part.tsx";
import "../../styles/forms.css";
import "../../styles/workbook.css";
import "./history-import.css";

/** 历史数据导入: the office brings a unit's old figures into drafts, which the unit looks at and hands in itself. */
export function HistoryImportPage() {
  const { t } = useWords();
  const { plan } = useQuestion();
  const query = useQuery(historyQuery(plan));
  usePageTitle(t("historyImport.title"));
  return (
    <div className="history-import">
      <header>
        <h1>{t("historyImport.title")}</h1>
        <p className="history-law">{t("historyImport.law")}</p>
      </header>
      <Answered query={query} skeleton={<SkeletonLines lines={4} height={40} />}>
        {({ units }) =>
          units.length === 0 ? (
            <EmptyNote>{t("historyImport.none")}</EmptyNote>
          ) : (
            <UnitChoice key={plan} plan={plan} units={units} />
          )
        }
      </Answered>
    </div>
  );
}

const freeOf = ({ periods }: HistoryUnits["units"][number]) => periods.filter(({ skip }) => skip === null);

function UnitChoice({ plan, units }: { readonly plan: string; readonly units: HistoryUnits["units"] }) {
  const { t, say } = useWords();
  const { department } = useQuestion();
  const navigate = useNavigate();
  // Where nothing is chosen, one begins at a unit that lacks something.
  const unit = units.find((each) => each.department === department) ?? units.find((each) => freeOf(each).length > 0);
  const shown = unit ?? units[0];
  if (shown === undefined) return null;
  return (
    <>
      <div className="field history-unit">
        <label htmlFor="history-unit">{t("historyImport.unit")}</label>
        <select
          id="history-unit"
          value={shown.department}
          onChange={({ target }) =>
            void navigate({ to: ".", search: (old: Search) => ({ ...old, department: target.value }) })
          }
        >
          {units.map((each) => (
            <option key={each.department} value={each.department}>
              {t("historyImport.free", { name: say(each.name), count: freeOf(each).length })}
            </option>
          ))}
        </select>
      </div>
      <HistoryPart key={shown.department} historyKey={{ plan, department: shown.department }} unit={shown} />
    </>
  );
}
