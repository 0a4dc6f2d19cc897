import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { comparisonQuery } from "../../api/subject.ts";
import type { Comparison, ComparisonGroup } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { assessmentColumns, assessmentValues } from "../../components/assessment-columns.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { CompletionRows } from "../../components/completion-rows.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { MarkKey } from "../../components/mark-key.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { GroupChoice } from "./group-choice.tsx";

/** 对比: this subject beside the plan's others with the same target at the horizon looked at, the largest gap first. */
export function ComparisonView({ subject }: { readonly subject: string }) {
  const question = useQuestion();
  const query = useQuery(comparisonQuery({ ...question, subject }));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={8} height={32} />}>
      {(data) => <Compared data={data} />}
    </Answered>
  );
}

function Compared({ data }: { readonly data: Comparison }) {
  const words = useWords();
  const { t, say, horizon } = words;
  const { indicator } = useQuestion();
  const group = data.groups.find(({ key }) => key === indicator) ?? data.groups[0];
  if (group === undefined) {
    return <EmptyNote>{t("chain.comparison.none", { horizon: horizon(data.horizon) })}</EmptyNote>;
  }
  const title = say(group.sentence);
  return (
    <ChartFrame
      level={2}
      title={title}
      subtitle={
        <>
          {horizon(data.horizon)} · <QuotationLine quotation={data.quotation} unit={say(group.unit)} />
        </>
      }
      controls={
        <GroupChoice
          chosen={group.key}
          options={data.groups.map((each) => ({
            key: each.key,
            name: t("overview.indicatorOption", {
              name: indicatorName(words, { ...each, scopeName: null }),
              count: each.rows.length,
            }),
          }))}
        />
      }
      files={{ key: "comparison", subject: data.subject.key, indicator: group.key }}
      isPicture
      saysAll
      chart={<ComparedBars group={group} label={title} />}
      table={<ComparedTable group={group} caption={title} />}
    />
  );
}

function ComparedBars({ group, label }: { readonly group: ComparisonGroup; readonly label: string }) {
  const { say } = useWords();
  const byTarget = new Map(group.rows.map(({ assessment, subject }) => [assessment.target, subject.key]));
  return (
    <>
      <CompletionRows
        rows={group.rows.map(({ subject, assessment, isOwn }) => ({ name: say(subject.name), assessment, isOwn }))}
        label={label}
        isDense
        link={(key, name) => (
          <Link to="/chain" search={(old: Search) => ({ ...old, subject: byTarget.get(key) })}>
            {name}
          </Link>
        )}
      />
      <MarkKey />
    </>
  );
}

function ComparedTable({ group, caption }: { readonly group: ComparisonGroup; readonly caption: string }) {
  const words = useWords();
  const { t, say } = words;
  type Row = ComparisonGroup["rows"][number];
  const rest = assessmentColumns(words).filter(({ key }) => key !== "indicator" && key !== "unit");
  const nameOf = ({ subject, assessment: { scopeName } }: Row) =>
    [say(subject.name), ...(scopeName ? [say(scopeName)] : [])].join(" · ");
  return (
    <FigureTable
      caption={caption}
      rows={group.rows}
      keyOf={({ assessment }) => assessment.target}
      columns={[
        {
          key: "subject",
          heading: t("column.subject"),
          cell: (row) => (row.isOwn ? <b>{nameOf(row)}</b> : nameOf(row)),
          value: nameOf,
        },
        {
          key: "place",
          heading: t("chain.comparison.place"),
          isFigure: true,
          cell: ({ place }) => place ?? t("light.none"),
          value: ({ place }) => place,
        },
        ...rest.map((column) => {
          const sortBy = assessmentValues[column.key];
          return {
            ...column,
            cell: ({ assessment }: Row) => column.cell(assessment),
            ...(sortBy && { value: ({ assessment }: Row) => sortBy(assessment) }),
          };
        }),
      ]}
    />
  );
}
