import type { WorkbookFinding } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";

const severities = ["error", "warning"] as const;

/** What is wrong or odd about an uploaded workbook, cell by cell: what blocks first. */
export function CellFindings({ findings }: { readonly findings: readonly WorkbookFinding[] }) {
  const { t, say } = useWords();
  return severities.map((severity) => {
    const own = findings.filter(({ finding }) => finding.severity === severity);
    if (own.length === 0) return null;
    return (
      <section key={severity} className="cell-findings">
        <h3>{t(`workbook.${severity}s`, { count: own.length })}</h3>
        <ul>
          {own.map(({ at, name, finding }) => (
            <li key={`${at} ${finding.code}`} className={`finding-${severity}`}>
              <b>{at}</b>
              {t("workbook.at")}
              {say(finding.text)} <span className="aside">{say(name)}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
