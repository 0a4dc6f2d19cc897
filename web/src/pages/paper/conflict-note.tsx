import type { PaperRow, TypedLine } from "../../api/types.ts";
import { timeOfDay } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";
import type { DeskLine } from "./desk.ts";

const fields = ["entries", "exits", "stock", "amount"] as const;

/** What a line says in words, such as 累计新增 4，备注“两户”. */
function useTold() {
  const { t } = useWords();
  return (typed: TypedLine): string => {
    const figures = fields.flatMap((field) => {
      const cell = typed[field];
      if (!cell) return [];
      return [`${cell.as === "added" ? t(`paper.addedOf.${field}`) : t(`paper.cumulativeOf.${field}`)} ${cell.text}`];
    });
    const note = typed.note ? [`${t("paper.note")} ${typed.note}`] : [];
    const said = [...(typed.isUnchanged ? [t("paper.unchanged")] : []), ...figures, ...note];
    return said.length === 0 ? t("paper.blank") : said.join("，");
  };
}

/** Somebody else was first: who, when, what, and which of the two stands. */
export function ConflictNote({
  line: { row, typed },
  onDecide,
}: {
  readonly line: DeskLine & { readonly row: PaperRow };
  readonly onDecide: (whose: "mine" | "theirs") => void;
}) {
  const { t } = useWords();
  const told = useTold();
  return (
    <div role="alert" className="paper-conflict-note">
      <span>
        {t("paper.conflict", {
          who: row.writtenBy ?? "",
          time: row.writtenAt === null ? "" : timeOfDay(row.writtenAt),
          theirs: told(row.typed),
          mine: told(typed),
        })}
      </span>
      <button type="button" className="key" onClick={() => onDecide("theirs")}>
        {t("paper.useTheirs")}
      </button>
      <button type="button" className="key" onClick={() => onDecide("mine")}>
        {t("paper.useMine")}
      </button>
    </div>
  );
}
