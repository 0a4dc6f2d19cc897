import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useRef } from "react";
import type { DepartmentProgress } from "../../api/types.ts";
import { ordered, orderOf, orders } from "../../charts/drawings/department-order.ts";
import { BulletBar } from "../../components/bullet-bar.tsx";
import { PlanChartFiles } from "../../components/chart-files.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { LightStrip } from "../../components/light-strip.tsx";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** The units with rank, composite, reports, lights and reporting record, in the order chosen on the address. */
export function DepartmentBoard({ departments }: { readonly departments: readonly DepartmentProgress[] }) {
  const { t } = useWords();
  const { sort } = useQuestion();
  const order = orderOf(sort);
  const frame = useRef<HTMLElement>(null);
  return (
    <section ref={frame} className="block departments-board" aria-labelledby="board-title">
      <div className="block-head">
        <h2 id="board-title">{t("departments.board")}</h2>
        <OrderSelect chosen={order} />
        <PlanChartFiles
          title={t("departments.board")}
          table={{ key: "departments" }}
          frame={frame}
          hasPicture={false}
        />
      </div>
      <FigureTable
        caption={t("departments.boardCaption")}
        columns={useBoardColumns()}
        rows={ordered(departments, order)}
        keyOf={({ department }) => department.key}
      />
    </section>
  );
}

function OrderSelect({ chosen }: { readonly chosen: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const choose = (sort: string) => void navigate({ to: ".", search: (old: Search) => ({ ...old, sort }) });
  return (
    <div className="inline-select screen-only">
      <label htmlFor={id}>{t("departments.sort")}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {orders.map((order) => (
          <option key={order} value={order}>
            {t(`departments.sortBy.${order}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function useBoardColumns(): readonly Column<DepartmentProgress>[] {
  const { t } = useWords();
  return [
    { key: "unit", heading: t("departments.unit"), cell: (unit) => <UnitName unit={unit} /> },
    {
      key: "rank",
      heading: t("departments.rank"),
      isFigure: true,
      cell: ({ rank, reported, targets }) =>
        rank ?? (
          <span className="aside">
            {t(reported < targets ? "departments.unrankedShort" : "departments.weightless")}
          </span>
        ),
    },
    { key: "composite", heading: t("departments.composite"), cell: (unit) => <Composite unit={unit} /> },
    {
      key: "reported",
      heading: t("departments.reported"),
      isFigure: true,
      cell: ({ reported, targets }) => (
        <span title={t("departments.reportedLong", { reported, targets })}>
          {t("departments.reportedOf", { reported, targets })}
        </span>
      ),
    },
    { key: "lights", heading: t("departments.lights"), cell: ({ lights }) => <LightStrip counts={lights} /> },
    { key: "record", heading: t("departments.record"), isWide: true, cell: (unit) => <Record unit={unit} /> },
  ];
}

function UnitName({ unit: { department, byMember } }: { readonly unit: DepartmentProgress }) {
  const { t, say } = useWords();
  return (
    <>
      <Link to="/department" search={(old: Search) => ({ ...old, department: department.key })}>
        {say(department.name)}
      </Link>
      {department.members.length > 0 && (
        <small className="aside">
          {t("departments.members", { count: department.members.length })}
          {byMember.length > 0 && t("departments.membersReporting", { count: byMember.length })}
        </small>
      )}
    </>
  );
}

/** The composite as a bar from zero to the whole, and as the figure. */
function Composite({ unit: { composite, counted, targets } }: { readonly unit: DepartmentProgress }) {
  const { t } = useWords();
  // An empty track would read as nothing achieved, where nothing is known.
  if (composite.value === null) return composite.text;
  const values = { achieved: composite.value, expected: null, target: 1, stretch: null, light: null };
  return (
    <span className="departments-composite">
      <BulletBar
        values={{ ...values, isCarriedForward: false }}
        label={`${t("departments.composite")} ${composite.text}`}
        height={20}
      />
      <b>{composite.text}</b>
      {counted < targets && <small className="aside">{t("departments.counted", { count: counted })}</small>}
    </span>
  );
}

function Record({ unit: { punctuality } }: { readonly unit: DepartmentProgress }) {
  const { t } = useWords();
  const { onTime, late, missing } = punctuality;
  if (onTime + late + missing === 0) return <span className="aside">{t("departments.recordNone")}</span>;
  const words = [
    onTime > 0 && t("departments.recordCounts.onTime", { count: onTime }),
    late > 0 && t("departments.recordCounts.late", { count: late }),
    missing > 0 && t("departments.recordCounts.missing", { count: missing }),
  ];
  return <span className="departments-record">{words.filter(Boolean).join(" · ")}</span>;
}
