import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { stepsQuery } from "../../api/subject.ts";
import type { StepGroup, Steps } from "../../api/types.ts";
import { stepsLegend } from "../../charts/drawings/legends.tsx";
import { stepMarks, stepShades, stepsHeight, tintsOf } from "../../charts/drawings/time-marks.ts";
import { Answered } from "../../components/answered.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { Legend } from "../../components/mark-key.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useQuestion } from "../../lib/question.ts";
import { useWidth } from "../../lib/use-width.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { GroupChoice } from "./group-choice.tsx";
import { StepsTable } from "./steps-table.tsx";

const StepChart = lazy(async () => ({ default: (await import("../../charts/step-chart.tsx")).StepChart }));

/** 分步: which quarter brought what, and from which unit. */
export function StepsView({ subject }: { readonly subject: string }) {
  const question = useQuestion();
  const query = useQuery(stepsQuery({ ...question, subject }));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={6} height={40} />}>
      {(data) => <Stepped data={data} />}
    </Answered>
  );
}

function Stepped({ data }: { readonly data: Steps }) {
  const words = useWords();
  const { t, say } = words;
  const { indicator } = useQuestion();
  const group = data.groups.find(({ key }) => key === indicator) ?? data.groups[0];
  if (group === undefined) return <EmptyNote>{t("chain.steps.none")}</EmptyNote>;
  const title = say(group.sentence);
  return (
    <ChartFrame
      level={2}
      title={title}
      subtitle={<QuotationLine quotation={data.quotation} unit={say(group.unit)} />}
      controls={
        <GroupChoice
          chosen={group.key}
          options={data.groups.map((each) => ({
            key: each.key,
            name: indicatorName(words, { ...each, scopeName: null }),
          }))}
        />
      }
      files={{ key: "steps", subject: data.subject.key, indicator: group.key }}
      isPicture
      chart={<StepBars group={group} label={title} />}
      table={<StepsTable group={group} caption={title} />}
    />
  );
}

function StepBars({ group, label }: { readonly group: StepGroup; readonly label: string }) {
  const words = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  return (
    <>
      <div ref={ref} style={{ minHeight: stepsHeight }}>
        <Suspense fallback={<span className="chart-awaited" />}>
          {width > 0 && <StepChart {...stepMarks(words, group)} width={width} height={stepsHeight} label={label} />}
        </Suspense>
      </div>
      <Legend items={stepsLegend(words, group.sources, tintsOf(group), stepShades)} />
    </>
  );
}
