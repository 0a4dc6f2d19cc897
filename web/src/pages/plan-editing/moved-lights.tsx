import type { MeasurePreview } from "../../api/types.ts";
import { LightBadge } from "../../components/light-badge.tsx";
import { useWords } from "../../words/use-words.ts";

/** What a measure would move: lights month by month, and what units have reported of what is due. */
export function MovedLights({ preview: { targets, units } }: { readonly preview: MeasurePreview }) {
  const { t, say, month, horizon } = useWords();
  const moved = targets.filter(({ months }) => months.length > 0);
  if (moved.length === 0 && units.length === 0) return <p>{t("planEditing.movesNothing")}</p>;
  return (
    <ul className="moved-lights">
      {moved.map((target) => (
        <li key={target.target}>
          {say(target.subjectName)} · {say(target.name)}（{horizon(target.horizon)}）
          <ul>
            {target.months.map((each) => (
              <li key={each.month}>
                {month(each.month)} <LightBadge light={each.before} /> → <LightBadge light={each.after} />
              </li>
            ))}
          </ul>
        </li>
      ))}
      {units.map(({ department, name, horizon: of, before, after }) => (
        <li key={`${department} ${of}`}>
          {t("planEditing.movedUnit", {
            unit: say(name),
            horizon: horizon(of),
            before: before.composite.text,
            after: after.composite.text,
            reportedBefore: before.reported,
            dueBefore: before.targets,
            reported: after.reported,
            due: after.targets,
          })}
        </li>
      ))}
    </ul>
  );
}
