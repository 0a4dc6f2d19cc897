import type { TargetMove } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { useWords } from "../../words/use-words.ts";
import { MovedLight } from "./target-moves.tsx";

/** True where light or figure would be another. */
const isMoved = ({ before, after }: TargetMove) =>
  before.light !== after.light || before.achieved.zh !== after.achieved.zh;

/** What the headlines that are made of the submitted figures would become; nothing where all stay as they are. */
export function HeadlineMoves({ moves: all }: { readonly moves: readonly TargetMove[] }) {
  const { t, say, horizon } = useWords();
  const moves = all.filter(isMoved);
  if (moves.length === 0) return null;
  return (
    <section className="block">
      <div className="block-head">
        <h2>{t("submission.headlines")}</h2>
      </div>
      <FigureTable
        caption={t("submission.headlinesCaption")}
        rows={moves}
        keyOf={({ target }) => target}
        columns={[
          {
            key: "target",
            heading: t("submission.target"),
            cell: (move) => (
              <>
                {say(move.text)}
                <small className="aside">{horizon(move.horizon)}</small>
              </>
            ),
          },
          {
            key: "before",
            heading: t("submission.before"),
            cell: ({ before }) => say(before.achieved),
            isFigure: true,
          },
          { key: "after", heading: t("submission.after"), cell: ({ after }) => say(after.achieved), isFigure: true },
          { key: "light", heading: t("column.light"), cell: (move) => <MovedLight move={move} /> },
        ]}
      />
    </section>
  );
}
