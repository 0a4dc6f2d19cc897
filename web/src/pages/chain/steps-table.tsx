import type { StepGroup } from "../../api/types.ts";
import { FigureLife } from "../../components/figure-life.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { Original } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

type Quarter = StepGroup["quarters"][number];
type Part = Quarter["parts"][number];

/** The quarters, newest first: what each brought, what was due, and each source with who reported it and when. */
export function StepsTable({ group, caption }: { readonly group: StepGroup; readonly caption: string }) {
  const { t, say } = useWords();
  const columns: Column<Quarter>[] = [
    {
      key: "quarter",
      heading: t("chain.steps.quarterHeading"),
      cell: ({ name }) => <span className="chain-whole">{say(name)}</span>,
      value: ({ quarter }) => quarter,
    },
    {
      key: "gained",
      heading: t("chain.steps.gained"),
      isFigure: true,
      cell: ({ gained }) => gained.text,
      value: ({ gained }) => gained.value,
    },
    {
      key: "due",
      heading: t("chain.steps.due"),
      isFigure: true,
      cell: ({ due }) => due.text,
      value: ({ due }) => due.value,
    },
    {
      key: "running",
      heading: t("chain.steps.running"),
      isFigure: true,
      cell: ({ running }) => running.text,
      value: ({ running }) => running.value,
    },
    ...group.sources.map(
      (source, place): Column<Quarter> => ({
        key: source.measure,
        heading: (
          <>
            {say(source.name)}
            <small className="aside">{say(source.departmentName)}</small>
          </>
        ),
        cell: (quarter) => (
          <PartCell
            part={quarter.parts[place]}
            before={group.quarters[group.quarters.indexOf(quarter) - 1]?.parts[place]}
            measure={source.measure}
            isOnly={group.sources.length === 1}
          />
        ),
      }),
    ),
  ];
  return (
    <div className="chain-long">
      <FigureTable
        caption={caption}
        rows={group.quarters.toReversed()}
        keyOf={({ quarter }) => quarter}
        columns={columns}
      />
    </div>
  );
}

/** What one source brought: its figure leads to the report's life; since when it counts, where the quarter before is missing. */
function PartCell({
  part,
  before,
  measure,
  isOnly,
}: {
  readonly part: Part | undefined;
  /** The same source a quarter before. */
  readonly before: Part | undefined;
  readonly measure: string;
  readonly isOnly: boolean;
}) {
  const { t, month } = useWords();
  if (part === undefined || part.state === "awaited") return null;
  if (part.state === "unreported" || part.standsAt === null) return t("value.unreported");
  const { reporter, reportedOn } = part;
  return (
    <>
      <FigureLife measure={measure} month={part.standsAt}>
        {part.gained.text}
      </FigureLife>
      <small className="aside">
        {isOnly && reporter && (
          <>
            <Original>{reporter}</Original>{" "}
          </>
        )}
        {[
          reportedOn,
          before?.state === "unreported" && part.since !== null && t("chain.steps.since", { month: month(part.since) }),
          part.isCorrected && t("value.corrected"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </small>
    </>
  );
}
