/** How figures of the API stand in a table of the Chinese pages, and how a table is read. */
import type { Locator } from "playwright-core";
import type { Assessment, Light } from "../../web/src/api/types.ts";

/** The words of the lights (DOMAIN section 4). */
const words: Readonly<Record<Light, string>> = {
  met: "已完成",
  "on-schedule": "达序时",
  behind: "滞后",
  "far-behind": "严重滞后",
  missed: "未完成",
  unreported: "未报",
  "not-due": "未到期",
};

/** The word of a light, "—" for none; met after the deadline reads 逾期完成. */
export const lightShown = ({ light, metLateAt }: Pick<Assessment, "light" | "metLateAt">): string =>
  metLateAt ? "逾期完成" : light ? words[light] : "—";

/** A target as it stands in a column of figures. */
export function targetShown({ targetValue, stretch, comparator, reading }: Assessment): string {
  if (reading === "done") return "完成";
  if (stretch) return `${targetValue.text}—${stretch.text}`;
  return `${{ ">=": "", "=": "", range: "", ">": ">", "<=": "≤", "<": "<" }[comparator]}${targetValue.text}`;
}

/** The cells of a table's body, row by row, without the notes, units and hidden sentences that stand in them. */
export const cellsOf = (table: Locator): Promise<string[][]> =>
  table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children].map((cell) => {
        const copy = cell.cloneNode(true);
        if (!(copy instanceof Element)) return "";
        for (const aside of copy.querySelectorAll(".aside, .unit-of, .unseen, .short, [role=tooltip]")) aside.remove();
        return copy.textContent.trim();
      }),
    ),
  );
