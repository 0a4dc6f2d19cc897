import type { Submission } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { SubmittedRows } from "./submitted-rows.tsx";
import type { Decision } from "./use-decision.ts";

/** The lines side by side: the last accepted figure, the one submitted, what is marked, and what would become of the targets. */
export function SubmissionTable({ data, desk }: { readonly data: Submission; readonly desk: Decision }) {
  const { t, say, month } = useWords();
  const columns = [
    ["measure", t("submission.measure")],
    ["quantity", t("submission.quantity")],
    ["last", t("submission.last")],
    ["now", t("submission.submittedNow")],
    ["change", t("submission.change")],
    ["marks", t("submission.marks")],
    ["targets", t("submission.targets")],
  ] as const;
  const isFigure = (column: string) => column === "last" || column === "now" || column === "change";
  const caption = t("submission.caption", { unit: say(data.departmentName), period: month(data.period) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="figures submission-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(([column, heading]) => (
              <th key={column} scope="col" className={isFigure(column) ? "figure" : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {data.lines.map((line) => (
          <SubmittedRows key={line.measure} line={line} data={data} desk={desk} />
        ))}
      </table>
    </section>
  );
}
