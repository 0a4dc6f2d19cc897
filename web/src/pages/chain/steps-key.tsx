import type { StepGroup } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";

/** The marks of the bars of quarters, and of more than one source the shade of each with who reports it. */
export function StepsKey({
  sources,
  tints,
  shades,
}: {
  readonly sources: StepGroup["sources"];
  readonly tints: readonly number[];
  /** So many sources have a shade of their own. */
  readonly shades: number;
}) {
  const { t, say } = useWords();
  const isRest = (place: number) => tints[place] === shades;
  const rest = sources.filter((_, place) => isRest(place)).length;
  const named = sources
    .map((source, place) => ({ source, tint: tints[place] ?? shades }))
    .filter(({ tint }) => tint < shades || rest === 1)
    .sort((one, other) => one.tint - other.tint);
  return (
    <p className="mark-key" data-legend="">
      {named.map(({ source: { measure, name, departmentName, gained }, tint }) => (
        <span key={measure}>
          <Swatch tint={tint} />
          {t("chain.steps.source", { name: say(name), unit: say(departmentName), gained: gained.text })}
        </span>
      ))}
      {rest > 1 && (
        <span>
          <Swatch tint={shades} />
          {t("chain.steps.rest", { count: rest })}
        </span>
      )}
      <span>
        <svg width="20" height="14" aria-hidden="true">
          <rect className="bullet-tick" x="0" y="6" width="20" height="2.5" />
        </svg>
        {t("chain.steps.due")}
      </span>
      <span>
        <svg width="14" height="14" aria-hidden="true">
          <circle className="bullet-dot" cx="7" cy="7" r="3.4" />
        </svg>
        {t("chain.mark.unreported")}
      </span>
    </p>
  );
}

const Swatch = ({ tint }: { readonly tint: number }) => (
  <svg width="14" height="14" aria-hidden="true">
    <rect className={`step-part step-tint-${tint}`} x="1" y="1" width="12" height="12" />
  </svg>
);
