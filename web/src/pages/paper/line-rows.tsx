import { memo, useState } from "react";
import type { PaperCell, PaperRow, TypedLine } from "../../api/types.ts";
import { SparkLine } from "../../charts/spark-line.tsx";
import { FigureLife } from "../../components/figure-life.tsx";
import { Original, Quoting } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { type Desk, type DeskLine, isJudged } from "./desk.ts";
import { FigureCells } from "./figure-cells.tsx";
import { LineExtras } from "./line-extras.tsx";
import { LineTargets } from "./line-targets.tsx";
import { isWarned, LineWarnings } from "./line-warnings.tsx";

interface Lines {
  readonly line: DeskLine;
  readonly desk: Desk;
  readonly period: string;
  readonly isBase: boolean;
  readonly isConfirmation: boolean;
  readonly canWrite: boolean;
  readonly onAttach: (measure: string, file: File) => Promise<void>;
  /** How many other lines lack a word for the same kind of warning. */
  readonly alike: number;
  readonly onSpread: (measure: string) => void;
}

/** What the department reported for the period of a confirmation. */
function Reported({ row: { reported } }: { readonly row: PaperRow }) {
  const { t, say } = useWords();
  if (reported === null) return <span className="aside">{t("paper.reportedNone")}</span>;
  const { text, note, by, at } = reported;
  return (
    <>
      {say(text)}
      {note && (
        <small className="aside">
          <Original>{note}</Original>
        </small>
      )}
      <small className="aside">
        <Quoting>{t("paper.reportedBy", { who: by, day: at.slice(0, 10) })}</Quoting>
      </small>
    </>
  );
}

/** What a measure is called on the paper, with its scope. */
function useMeasureName({ name, scopeName }: Pick<PaperRow, "name" | "scopeName">): string {
  const { say } = useWords();
  return scopeName ? `${say(name)} · ${say(scopeName)}` : say(name);
}

const isShown = (cell: PaperCell, typed: TypedLine) =>
  cell.isNeeded || typed[cell.field] !== undefined || cell.typed !== null;
const hasFindings = ({ findings }: PaperCell) => findings.length > 0;

/** The cells that are shown of a line: what targets ask for and what is typed; what is told only of others is shown too. */
function shownCells({ cells }: PaperRow, typed: TypedLine): readonly PaperCell[] {
  const asked = cells.filter((cell) => isShown(cell, typed));
  const first = asked.some(hasFindings) ? undefined : cells.find(hasFindings);
  return first === undefined ? asked : cells.filter((cell) => cell === first || asked.includes(cell));
}

/** A measure's line: one row for each figure that is typed of it, what stands beside it once. */
export const LineRows = memo(function LineRows({
  line,
  desk,
  period,
  isBase,
  isConfirmation,
  canWrite,
  onAttach,
  alike,
  onSpread,
}: Lines) {
  const { t, say, month } = useWords();
  const { row, typed } = line;
  const name = useMeasureName(row);
  const [isWhole, setWhole] = useState(false);
  const cells = isWhole ? row.cells : shownCells(row, typed);
  const hidden = row.cells.length - cells.length;
  const span = Math.max(cells.length, 1);
  const type = (next: TypedLine) => desk.type(row.measure, next);
  const values = row.history.map(({ value }) => value);
  const told = row.history.map((past) => `${month(past.month)} ${past.text}`).join("，");
  return (
    <tbody className={`paper-line paper-line-${line.state}`} data-measure={row.measure}>
      {cells.map((cell, place) => (
        <tr key={cell.field} data-row={row.measure}>
          {place === 0 && (
            <>
              <th
                scope="row"
                rowSpan={span}
                className="paper-measure"
                title={row.definition ? say(row.definition) : undefined}
              >
                {name}
                <span className="unit-of">{say(row.unit)}</span>
                {row.returnedReason && (
                  <small className="finding-error">{t("paper.returnedLine", { reason: row.returnedReason })}</small>
                )}
                {canWrite && hidden > 0 && (
                  <button type="button" className="paper-way screen-only" onClick={() => setWhole(true)}>
                    {t("paper.moreFields")}
                  </button>
                )}
              </th>
              <td rowSpan={span} className="paper-last" data-label={t("paper.last")}>
                {row.last ? (
                  <>
                    <FigureLife measure={row.measure} month={row.last.month}>
                      {say(row.last.text)}
                    </FigureLife>
                    <small className="aside">{month(row.last.month)}</small>
                  </>
                ) : (
                  "—"
                )}
                {row.standing && (
                  <small className="aside">
                    <FigureLife measure={row.measure} month={period}>
                      {t("paper.standing", { text: say(row.standing.text) })}
                    </FigureLife>
                  </small>
                )}
              </td>
              {isConfirmation ? (
                <td rowSpan={span} className="paper-reported" data-label={t("paper.reported")}>
                  <Reported row={row} />
                </td>
              ) : (
                <td rowSpan={span} className="paper-trend">
                  <SparkLine values={values} label={t("paper.trendLabel", { count: values.length, values: told })} />
                </td>
              )}
            </>
          )}
          <FigureCells
            line={line}
            cell={cell}
            name={name}
            canWrite={canWrite}
            onType={type}
            onLeave={() => desk.settle(row.measure)}
          />
          {place === 0 && (
            <>
              <LineTargets row={row} span={span} isBase={isBase} isFresh={isJudged(line)} />
              <td rowSpan={span} className="paper-more">
                <LineExtras
                  line={line}
                  name={name}
                  isConfirmation={isConfirmation}
                  canWrite={canWrite}
                  onType={type}
                  onAttach={onAttach}
                />
              </td>
            </>
          )}
        </tr>
      ))}
      {isWarned(line) && (
        <tr className="paper-told">
          <td colSpan={3} />
          <td colSpan={5}>
            <LineWarnings {...{ line, cells, desk, name, canWrite, alike, onSpread }} />
          </td>
        </tr>
      )}
      {line.state === "conflict" && (
        <tr>
          <td colSpan={8} className="paper-conflict">
            <ConflictNote line={line} onDecide={(whose) => desk.decide(row.measure, whose)} />
          </td>
        </tr>
      )}
      {line.state === "refused" && line.problem && (
        <tr>
          <td colSpan={8} className="paper-conflict" role="alert">
            {t("paper.state.refused", { problem: line.problem })}
          </td>
        </tr>
      )}
    </tbody>
  );
});
