import type { Quotation } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";

/** 截至, basis and, where asked for, the day of knowledge: what every block of figures says of itself. */
export function QuotationLine({
  quotation,
  unit,
}: {
  readonly quotation: Quotation;
  readonly unit?: string | undefined;
}) {
  const { t, month } = useWords();
  const parts = [
    unit && t("unitIs", { unit }),
    t("asOf", { month: month(quotation.month) }),
    t(`basis.${quotation.basis}`),
    quotation.asKnownOn && t("knownOn", { day: quotation.asKnownOn }),
  ];
  return <>{parts.filter(Boolean).join(" · ")}</>;
}
