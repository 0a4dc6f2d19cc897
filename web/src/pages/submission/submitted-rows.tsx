import type { Submission, SubmittedLine } from "../../api/types.ts";
import { FigureLife } from "../../components/figure-life.tsx";
import { quantityName, quantityText } from "../../words/quantity-name.ts";
import { useWords } from "../../words/use-words.ts";
import { LineMarks } from "./line-marks.tsx";
import { TargetMoves } from "./target-moves.tsx";
import type { Decision } from "./use-decision.ts";

type Quantity = SubmittedLine["quantities"][number];

/** A measure of the submission: a row for each figure that it holds, what belongs to the whole line once. */
export function SubmittedRows({
  line,
  data,
  desk,
}: {
  readonly line: SubmittedLine;
  readonly data: Submission;
  readonly desk: Decision;
}) {
  const words = useWords();
  const { t, say } = words;
  const { measure, nature, quantities, findings } = line;
  const name = line.scopeName ? `${say(line.name)} · ${say(line.scopeName)}` : say(line.name);
  const span = Math.max(quantities.length, 1);
  const marked = new Set(findings.map(({ field }) => field));
  return (
    <tbody className={findings.length > 0 ? "submission-line submission-marked" : "submission-line"}>
      {quantities.map((quantity, place) => (
        <tr key={quantity.field}>
          {place === 0 && (
            <th scope="row" rowSpan={span} className="submission-measure">
              {name}
              <span className="unit-of">{say(line.unit)}</span>
              <small className="aside">{say(line.subject)}</small>
            </th>
          )}
          <td className="submission-quantity">{quantityName(words, nature, quantity.field)}</td>
          <td className="figure" data-label={t("submission.last")}>
            <Before quantity={quantity} line={line} data={data} />
          </td>
          <td
            className={marked.has(quantity.field) ? "figure submission-now submission-odd" : "figure submission-now"}
            data-label={t("submission.submittedNow")}
          >
            {data.state === "accepted" ? (
              <FigureLife plan={data.plan} measure={measure} month={data.period}>
                {quantityText(words, nature, quantity.submitted)}
              </FigureLife>
            ) : (
              quantityText(words, nature, quantity.submitted)
            )}
          </td>
          <td className="figure" data-label={t("submission.change")}>
            {nature === "milestone" ? "" : quantity.change.text}
          </td>
          {place === 0 && (
            <>
              <td rowSpan={span} className="submission-marks">
                <LineMarks line={line} />
              </td>
              <td rowSpan={span} className="submission-targets">
                <TargetMoves moves={line.targets} />
              </td>
            </>
          )}
        </tr>
      ))}
      {desk.isReturning && (
        <tr className="submission-mend">
          <td colSpan={7}>
            <label>
              <span className="aside">{t("submission.returnLine")}</span>
              <input
                type="text"
                maxLength={500}
                aria-label={t("submission.returnLineLabel", { name })}
                value={desk.reasonOf(measure)}
                onChange={({ target }) => desk.setReason(measure, target.value)}
              />
            </label>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** The accepted figure that the submitted one stands beside, with its month; of a correction the one that it takes the place of. */
function Before({
  quantity: { standing, last },
  line,
  data,
}: {
  readonly quantity: Quantity;
  readonly line: SubmittedLine;
  readonly data: Submission;
}) {
  const words = useWords();
  const { t, month } = words;
  const { measure, nature, lastMonth } = line;
  if (standing.value !== null) {
    return (
      <>
        <FigureLife plan={data.plan} measure={measure} month={data.period}>
          {quantityText(words, nature, standing)}
        </FigureLife>
        <small className="aside">{t("submission.standing")}</small>
      </>
    );
  }
  if (last.value === null || lastMonth === null) return <>{last.text}</>;
  return (
    <>
      <FigureLife plan={data.plan} measure={measure} month={lastMonth}>
        {quantityText(words, nature, last)}
      </FigureLife>
      <small className="aside">{month(lastMonth)}</small>
    </>
  );
}
