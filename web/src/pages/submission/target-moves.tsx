import type { TargetMove } from "../../api/types.ts";
import { LightBadge } from "../../components/light-badge.tsx";
import { useWords } from "../../words/use-words.ts";

/** The targets of a line: completion and light before → after. */
export function TargetMoves({ moves }: { readonly moves: readonly TargetMove[] }) {
  const { say, horizon } = useWords();
  if (moves.length === 0) return <>—</>;
  return (
    <ul className="target-moves">
      {moves.map((move) => (
        <li key={move.target}>
          <span>
            {say(move.text)} <small className="target-horizon">{horizon(move.horizon)}</small>
          </span>
          <MovedLight move={move} />
        </li>
      ))}
    </ul>
  );
}

/** A target that has no share is told by its light alone. */
const shareOf = ({ completion }: TargetMove["after"]) => (completion.value === null ? "" : completion.text);

/** Completion and light, before → after; what stays is said once. */
export function MovedLight({ move: { before, after } }: { readonly move: TargetMove }) {
  const { t } = useWords();
  const isSame = before.light === after.light && before.completion.text === after.completion.text;
  return (
    <span className="moved-light">
      {!isSame && (
        <>
          <span className="moved-before">
            <LightBadge light={before.light} /> {shareOf(before)}
          </span>
          <span role="img" aria-label={t("submission.becomes")}>
            →
          </span>
        </>
      )}
      <span className={before.light === after.light ? undefined : "moved-after"}>
        <LightBadge light={after.light} /> {shareOf(after)}
      </span>
    </span>
  );
}
