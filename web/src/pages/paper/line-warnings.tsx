import type { PaperCell, PaperFinding } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { type Desk, type DeskLine, isJudged } from "./desk.ts";
import { useCellName } from "./figure-cells.tsx";

const isWarning = ({ severity }: PaperFinding) => severity === "warning";

/** Every warning of a line, whatever cell it is about. */
const warningsOf = ({ row }: DeskLine) =>
  [...row.cells.flatMap(({ findings }) => findings), ...row.findings].filter(isWarning);

/** The lines that still lack a word for a warning such as this line has: what is said here can hold for them too. */
export function linesAlike(line: DeskLine, all: readonly DeskLine[]): readonly DeskLine[] {
  const codes = new Set(warningsOf(line).map(({ code }) => code));
  return all.filter(
    (other) =>
      other.row.measure !== line.row.measure &&
      other.row.wantsWord &&
      (other.typed.reason ?? "") === "" &&
      warningsOf(other).every(({ code }) => codes.has(code)),
  );
}

/** True where something odd is told of the line, or was explained. */
export const isWarned = (line: DeskLine): boolean =>
  (line.typed.reason ?? "") !== "" || (isJudged(line) && (warningsOf(line).length > 0 || line.row.findings.length > 0));

/** What is odd about a line, below its cells, and the word that it asks for; which may be said of those alike in one go. */
export function LineWarnings({
  line,
  cells,
  desk,
  name,
  canWrite,
  alike,
  onSpread,
}: {
  readonly line: DeskLine;
  readonly cells: readonly PaperCell[];
  readonly desk: Desk;
  readonly name: string;
  readonly canWrite: boolean;
  /** How many other lines lack a word for the same kind of warning. */
  readonly alike: number;
  readonly onSpread: (measure: string) => void;
}) {
  const { t, say } = useWords();
  const { row, typed } = line;
  const reason = typed.reason ?? "";
  // Until the server has looked at what is typed now, what it said of the former text would mislead.
  const isTold = isJudged(line);
  return (
    <div className="paper-warned">
      {isTold &&
        cells.map((cell) => <CellWarnings key={cell.field} line={line} cell={cell} isNamed={cells.length > 1} />)}
      {isTold &&
        row.findings.map(({ code, severity, text }) => (
          <small key={code} className={`finding-${severity}`} role={severity === "error" ? "alert" : undefined}>
            {say(text)}
          </small>
        ))}
      {canWrite ? (
        <input
          type="text"
          className="paper-word"
          data-way="word"
          autoComplete="off"
          aria-label={t("paper.wordLabel", { name })}
          placeholder={t("paper.word")}
          maxLength={500}
          value={reason}
          onChange={({ target }) => desk.type(row.measure, { ...typed, reason: target.value })}
          onBlur={() => desk.settle(row.measure)}
        />
      ) : (
        reason !== "" && <span className="paper-said">{t("submission.word", { word: reason })}</span>
      )}
      {canWrite && alike > 0 && reason.trim() !== "" && (
        <button type="button" className="key paper-spread" onClick={() => onSpread(row.measure)}>
          {t("paper.sameWord", { count: alike })}
        </button>
      )}
    </div>
  );
}

/** The warnings of one cell; of several cells each is named. */
function CellWarnings({
  line,
  cell,
  isNamed,
}: {
  readonly line: DeskLine;
  readonly cell: PaperCell;
  readonly isNamed: boolean;
}) {
  const { t, say } = useWords();
  const name = useCellName(line, cell, "cumulative");
  return cell.findings.filter(isWarning).map(({ code, text }) => (
    <small key={code} className="finding-warning">
      {isNamed ? t("paper.warningOf", { name, text: say(text) }) : say(text)}
    </small>
  ));
}
