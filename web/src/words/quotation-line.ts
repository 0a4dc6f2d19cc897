import type { Quotation } from "../api/types.ts";
import type { Words } from "./spoken-words.ts";

/** 截至, basis and, where asked for, the day of knowledge: what every block of figures says of itself. */
export function quotationLine({ t, month }: Words, quotation: Quotation, unit?: string): string {
  const parts = [
    unit && t("unitIs", { unit }),
    t("asOf", { month: month(quotation.month) }),
    t(`basis.${quotation.basis}`),
    quotation.asKnownOn && t("knownOn", { day: quotation.asKnownOn }),
  ];
  return parts.filter(Boolean).join(" · ");
}
