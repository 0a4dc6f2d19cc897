import type { PaperCell, PaperFinding, TypedLine, TypedMeaning } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { type DeskLine, isJudged } from "./desk.ts";

interface Cells {
  readonly line: DeskLine;
  readonly cell: PaperCell;
  readonly name: string;
  readonly canWrite: boolean;
  readonly onType: (typed: TypedLine) => void;
  readonly onLeave: () => void;
}

const nothing = "—";

/** The line with one cell typed anew; a figure that is typed takes 无变化 back. */
function withCell({ isUnchanged: _, ...typed }: TypedLine, field: PaperCell["field"], text: string, as: TypedMeaning) {
  const { [field]: __, ...others } = typed;
  return text === "" ? others : { ...others, [field]: { text, as } };
}

/** What stands in an input: what was typed there, else the figure that the server derived from what was typed beside it. */
function textIn(line: DeskLine, cell: PaperCell, as: TypedMeaning): string {
  const own = line.typed[cell.field];
  if (own?.as === as) return own.text;
  const derived = cell[as].text;
  return !isJudged(line) || derived === nothing ? "" : derived;
}

/** The two cells of a figure: what the period added, and the cumulative figure; one is typed, the other follows. */
export function FigureCells(props: Cells) {
  const { line, cell } = props;
  const { row } = line;
  if (row.nature === "milestone") {
    return (
      <>
        <td className="paper-added" />
        <td className="paper-cumulative">
          <MilestoneChoice {...props} />
          <Wrong {...props} />
        </td>
      </>
    );
  }
  const typedAs = line.typed[cell.field]?.as ?? "cumulative";
  const isAlone = !cell.countsUp;
  return (
    <>
      <td className={isAlone ? "paper-added paper-none" : "paper-added"}>
        {!isAlone && (
          <>
            <FigureInput {...props} as="added" />
            {typedAs === "added" && <Wrong {...props} />}
          </>
        )}
      </td>
      <td className="paper-cumulative">
        <FigureInput {...props} as="cumulative" />
        {(isAlone || typedAs === "cumulative") && <Wrong {...props} />}
      </td>
    </>
  );
}

/** What the cell is called: 本期新增, 累计新增, 本年累计, 期末数 …. */
export function useCellName({ row }: DeskLine, { field, countsUp }: PaperCell, as: TypedMeaning): string {
  const { t } = useWords();
  if (as === "added") return t(`paper.addedOf.${field}`);
  const { nature } = row;
  if (field === "amount" && !countsUp && (nature === "level" || nature === "rate" || nature === "milestone")) {
    return t(`paper.amountOf.${nature}`);
  }
  if (nature === "yearly-flow") return t("paper.yearToDate");
  return t(`paper.cumulativeOf.${field}`);
}

const isError = ({ severity }: PaperFinding) => severity === "error";
const hasError = (cell: PaperCell) => cell.findings.some(isError);

function FigureInput({ line, cell, name, canWrite, onType, onLeave, as }: Cells & { readonly as: TypedMeaning }) {
  const label = useCellName(line, cell, as);
  const own = line.typed[cell.field]?.as === as;
  return (
    <label className="paper-cell">
      <span className="paper-cell-name" aria-hidden="true">
        {label}
      </span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        data-way={as}
        className={own ? undefined : "derived"}
        aria-label={`${name} ${label}`}
        aria-invalid={own && isJudged(line) && hasError(cell) ? true : undefined}
        disabled={!canWrite}
        maxLength={40}
        value={textIn(line, cell, as)}
        onChange={({ target }) => onType(withCell(line.typed, cell.field, target.value, as))}
        onBlur={onLeave}
        onFocus={({ target }) => target.select()}
      />
    </label>
  );
}

function MilestoneChoice({ line, cell, name, canWrite, onType, onLeave }: Cells) {
  const { t } = useWords();
  const day = line.typed.doneOn ?? "";
  const text = textIn(line, cell, "cumulative");
  return (
    <>
      <select
        data-way="cumulative"
        aria-label={name}
        disabled={!canWrite}
        value={text}
        onChange={({ target }) => onType(withCell(line.typed, cell.field, target.value, "cumulative"))}
        onBlur={onLeave}
      >
        <option value="">{t("paper.milestone.blank")}</option>
        <option value="0">{t("paper.milestone.notDone")}</option>
        <option value="1">{t("paper.milestone.done")}</option>
      </select>
      {text === "1" && (
        <input
          type="text"
          className="paper-day"
          aria-label={t("paper.doneOnLabel", { name })}
          placeholder={t("paper.doneOn")}
          disabled={!canWrite}
          maxLength={20}
          value={day}
          onChange={({ target }) => onType({ ...line.typed, doneOn: target.value })}
          onBlur={onLeave}
        />
      )}
    </>
  );
}

/** What is wrong about the figure, beside it. */
function Wrong({ line, cell }: Cells) {
  const { say } = useWords();
  // Until the server has looked at what is typed now, what it said of the former text would mislead.
  if (!isJudged(line)) return null;
  return cell.findings.filter(isError).map(({ code, text }) => (
    <small key={code} className="finding-error" role="alert">
      {say(text)}
    </small>
  ));
}
