import { Link } from "@tanstack/react-router";
import { correctionNote } from "../../components/assessment-words.ts";
import { LightShape } from "../../components/light-shape.tsx";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import type { Matrix, MatrixRow } from "./matrix.ts";

/** Units down, subjects across, in a frame of its own: heads stay in sight while it scrolls. */
export function MatrixTable({ matrix: { columns, rows } }: { readonly matrix: Matrix }) {
  const { t, say } = useWords();
  const caption = t("departments.matrix.caption");
  if (rows.length === 0) return <p className="empty">{t("departments.matrix.none")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame matrix-frame" aria-label={caption} tabIndex={0}>
      <table className="matrix">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("departments.unit")}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="matrix-head">
                <Link to="/chain" search={(old: Search) => ({ ...old, subject: key })}>
                  {say(name)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit.department.key}>
              <th scope="row">
                <Link to="/department" search={(old: Search) => ({ ...old, department: row.unit.department.key })}>
                  {say(row.unit.department.name)}
                </Link>
              </th>
              {columns.map(({ key }) => (
                <td key={key}>
                  <Cell cell={row.cells.get(key)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The worst light as tint, shape and words; a frame where the unit leads; a notch where a correction stands. */
function Cell({ cell }: { readonly cell: ReturnType<MatrixRow["cells"]["get"]> }) {
  const words = useWords();
  const { t, quantity } = words;
  if (!cell) return <span className="unseen">{t("departments.matrix.cellNone")}</span>;
  const { light, role, targets, corrected } = cell;
  const sentence = [
    t("departments.matrix.cell", {
      light: light ? t(`light.${light}`) : t("light.noneLong"),
      role: t(`departments.matrix.${role}`),
      count: targets,
    }),
    ...corrected.map((each) =>
      t("departments.matrix.corrected", {
        name: indicatorName(words, each),
        value: quantity(each.achieved.text, each.unit),
        note: correctionNote(t, each),
      }),
    ),
  ].join(" · ");
  return (
    <span className={`matrix-cell matrix-${role} light-${light ?? "none"}`} title={sentence}>
      {light ? <LightShape light={light} /> : <span aria-hidden="true">—</span>}
      {corrected.length > 0 && <i className="matrix-notch" />}
      <span className="unseen">{sentence}</span>
    </span>
  );
}
