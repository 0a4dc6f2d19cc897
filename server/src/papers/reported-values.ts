/** What the departments have accepted for the period of a confirmation: what the statistics bureau holds its figures against. */
import { findRecordedValues, type Reader, type RecordedValue } from "@beizeng/db";
import { figureFields } from "../domain/check-list.ts";
import type { TypedLine } from "../domain/typed-line.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import type { AskedPaper } from "./asked-paper.ts";
import { typedCell } from "./paper-lines.ts";

/** The department's value of a paper's period with who gave it, null where none was accepted or the paper is no confirmation. */
export async function findReported(
  reader: Reader,
  { reported, period }: AskedPaper,
  { row }: MeasureEntry,
): Promise<RecordedValue | null> {
  if (reported === null) return null;
  const values = await findRecordedValues(reader, { measureId: row.id, basis: "department" });
  return values.findLast(({ month }) => month === period) ?? null;
}

/** The line that confirms a department's value as it is (与部门填报一致). */
export function agreeingLine({ row }: MeasureEntry, value: RecordedValue): Omit<TypedLine, "evidence"> {
  const cells = figureFields.flatMap((field) => {
    const figure = value[field];
    return figure === null ? [] : [[field, typedCell(figure, row.indicator.decimals)] as const];
  });
  return { ...Object.fromEntries(cells), ...(value.doneOn === null ? {} : { doneOn: value.doneOn }) };
}
