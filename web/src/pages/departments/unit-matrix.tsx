import { useNavigate } from "@tanstack/react-router";
import { useId, useRef } from "react";
import type { DepartmentProgress, Departments } from "../../api/types.ts";
import { PlanChartFiles } from "../../components/chart-files.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { matrixOf } from "./matrix.ts";
import { MatrixKey } from "./matrix-key.tsx";
import { MatrixTable } from "./matrix-table.tsx";

/** Which unit stands where with which subject: the worst light of the subject's targets in each cell. */
export function UnitMatrix({
  data,
  departments,
}: {
  readonly data: Departments;
  readonly departments: readonly DepartmentProgress[];
}) {
  const { t } = useWords();
  const { kind } = useQuestion();
  const matrix = matrixOf(data, departments, kind);
  const { columns, rows, kinds } = matrix;
  const frame = useRef<HTMLElement>(null);
  return (
    <section ref={frame} className="block" aria-labelledby="matrix-title">
      <div className="block-head">
        <h2 id="matrix-title">
          {t(matrix.behind > 0 ? "departments.matrix.seen" : "departments.matrix.seenClear", {
            chains: columns.length,
            count: rows.length,
            behind: matrix.behind,
          })}
        </h2>
        {kinds.length > 1 && <KindSelect kinds={kinds} chosen={matrix.kind} />}
        <PlanChartFiles
          title={t("departments.matrix.caption")}
          table={{ key: "department-subjects" }}
          frame={frame}
          hasPicture={false}
        />
      </div>
      <p className="subtitle">
        {t("departments.matrix.subtitle")} · <QuotationLine quotation={data.quotation} />
      </p>
      <MatrixKey />
      <MatrixTable matrix={matrix} />
    </section>
  );
}

function KindSelect({
  kinds,
  chosen,
}: {
  readonly kinds: readonly ("headline" | "chain" | "task")[];
  readonly chosen: string;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const choose = (kind: string) => void navigate({ to: ".", search: (old: Search) => ({ ...old, kind }) });
  return (
    <div className="inline-select screen-only">
      <label htmlFor={id}>{t("departments.matrix.kind")}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`subjectKind.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
