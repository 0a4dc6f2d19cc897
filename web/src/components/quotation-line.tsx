import type { Quotation } from "../api/types.ts";
import { quotationLine } from "../words/quotation-line.ts";
import { useWords } from "../words/use-words.ts";

/** 截至, basis and, where asked for, the day of knowledge: what every block of figures says of itself. */
export function QuotationLine({
  quotation,
  unit,
}: {
  readonly quotation: Quotation;
  readonly unit?: string | undefined;
}) {
  return <>{quotationLine(useWords(), quotation, unit)}</>;
}
