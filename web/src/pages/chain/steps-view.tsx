import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { stepsQuery } from "../../api/subject.ts";
import type { StepGroup, Steps } from "../../api/types.ts";
import type { StepMark } from "../../charts/step-chart.tsx";
import { Answered } from "../../components/answered.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useQuestion } from "../../lib/question.ts";
import { useWidth } from "../../lib/use-width.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { GroupChoice } from "./group-choice.tsx";
import { StepsKey } from "./steps-key.tsx";
import { StepsTable } from "./steps-table.tsx";

const StepChart = lazy(async () => ({ default: (await import("../../charts/step-chart.tsx")).StepChart }));
const height = 236;
/** So many sources have a shade of their own; what the others brought is paler than any. */
const shades = 4;

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

/** The shade of each source: those that brought most have one of their own. */
function tintsOf({ sources }: StepGroup): number[] {
  const order = sources
    .map(({ gained }, place) => ({ place, value: gained.value ?? 0 }))
    .sort((one, other) => other.value - one.value);
  const tints = sources.map(() => shades);
  for (const [rank, { place }] of order.entries()) tints[place] = Math.min(rank, shades);
  return sources.length <= shades + 1 ? tints.map((tint) => Math.min(tint, shades)) : tints;
}

function StepBars({ group, label }: { readonly group: StepGroup; readonly label: string }) {
  const { t } = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  const tints = tintsOf(group);
  const marks = group.quarters.map(({ quarter, gained, due, parts }): StepMark => {
    const place = Number(quarter.slice(5)) / 3;
    return {
      key: quarter,
      year: t("month.year", { year: quarter.slice(0, 4) }),
      name: t("chain.steps.quarter", { place }),
      text: gained.text,
      value: gained.value,
      due: due.value,
      parts: parts.flatMap(({ source, gained: own }) =>
        own.value ? [{ key: `${source}`, value: own.value, tint: tints[source] ?? shades }] : [],
      ),
      isUnreported: parts.some(({ state }) => state === "unreported"),
      isCorrected: parts.some(({ isCorrected }) => isCorrected),
    };
  });
  const isWhole = group.quarters.every(({ parts }) => parts.every(({ gained }) => Number.isInteger(gained.value ?? 0)));
  return (
    <>
      <div ref={ref} style={{ minHeight: height }}>
        <Suspense fallback={<span className="chart-awaited" />}>
          {width > 0 && <StepChart quarters={marks} isWhole={isWhole} width={width} height={height} label={label} />}
        </Suspense>
      </div>
      <StepsKey sources={group.sources} tints={tints} shades={shades} />
    </>
  );
}
