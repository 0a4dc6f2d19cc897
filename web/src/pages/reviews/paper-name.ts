import type { ReviewItem } from "../../api/types.ts";
import type { useWords } from "../../words/use-words.ts";

/** Which paper it is, with its unit: 商务局 2022年9月填报表. */
export const paperName = (
  { t, say, month }: ReturnType<typeof useWords>,
  { departmentName, kind, period }: Pick<ReviewItem, "departmentName" | "kind" | "period">,
): string => `${say(departmentName)} ${t(`tasks.kind.${kind}`, { period: month(period) })}`;
