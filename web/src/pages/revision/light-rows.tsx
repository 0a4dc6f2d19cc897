import { useEffect, useRef } from "react";
import type { ConcernedTarget, Light } from "../../api/types.ts";
import { LightShape } from "../../components/light-shape.tsx";
import { useWords } from "../../words/use-words.ts";
import { isLightMoved } from "./changed-months.ts";

/** The lights of a target month by month before and after, and its completion; what changes is framed. */
export function LightRows({ target, name }: { readonly target: ConcernedTarget; readonly name: string }) {
  const { t } = useWords();
  const { months } = target;
  const frame = useRef<HTMLElement>(null);
  // What moves are the latest months: where not all are in sight, those are. (scrollTo answers a promise in newer browsers,
  // which an effect must not return.)
  useEffect(() => {
    if (frame.current) frame.current.scrollLeft = frame.current.scrollWidth;
  }, []);
  if (months.length === 0) return null;
  const yearOf = (month: string) => month.slice(0, 4);
  const years = [...new Set(months.map(({ month }) => yearOf(month)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section ref={frame} className="table-frame" aria-label={t("revision.rowOf", { name })} tabIndex={0}>
      <table className="revision-lights">
        <caption className="unseen">{t("revision.rowOf", { name })}</caption>
        <thead>
          <tr>
            <td />
            {years.map((year) => (
              <th
                key={year}
                scope="colgroup"
                colSpan={months.filter(({ month }) => yearOf(month) === year).length}
                className="revision-year"
              >
                {year}
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {months.map(({ month }) => (
              <th key={month} scope="col" className={month.endsWith("-01") ? "revision-year" : undefined}>
                {Number(month.slice(5))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["before", "after"] as const).map((side) => (
            <tr key={side}>
              <th scope="row">{t(`revision.${side}`)}</th>
              {months.map((each) => (
                <td key={each.month} className={isLightMoved(each) ? "revision-moved" : undefined}>
                  <Cell light={each[side].light} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ light }: { readonly light: Light | null }) {
  const { t } = useWords();
  const word = light ? t(`light.${light}`) : t("revision.none");
  return (
    <span className={`revision-light light-${light ?? "none"}`} title={word}>
      {light ? <LightShape light={light} size={12} /> : <span aria-hidden="true">·</span>}
      <span className="unseen">{word}</span>
    </span>
  );
}
