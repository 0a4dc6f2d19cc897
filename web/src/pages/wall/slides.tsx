import type { Light, LightRow, Outlook, Prospect, ShortfallGroup, Wall } from "../../api/types.ts";
import { LightMapChart } from "../../charts/light-map-chart.tsx";
import { OutlookChart } from "../../charts/outlook-chart.tsx";
import { ShortfallChart } from "../../charts/shortfall-chart.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import { useDistance } from "../../components/shortfall.tsx";
import { TargetBullet } from "../../components/target-bullet.tsx";
import { TargetFigure } from "../../components/target-figure.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";

/** The width of what stands on a page of the wall, in px of its stage. */
const width = 752;
/** How many rows of each kind one page has room for. */
const room = { goals: 7, lights: 10, ranking: 6, changes: 6, outlook: 5 };

/** A page of the wall: what it is about, its sentence, and what is seen. */
export interface Slide {
  readonly key: string;
  readonly name: "goals" | "lights" | "ranking" | "changes" | "outlook";
  readonly title: string;
  readonly body: React.ReactNode;
}

const judged: ReadonlySet<Light | null> = new Set([
  "behind",
  "far-behind",
  "missed",
  "on-schedule",
  "met",
  "unreported",
]);

/** The pages of a wall for what there is to show; what a plan does not have has no page. */
export function useSlides({ progress, changes, lights, shortfalls, outlook }: Wall): readonly Slide[] {
  const { say } = useWords();
  const goals = progress.headline.flatMap(({ assessments }) => assessments);
  const subjects = lights.rows.filter(({ target, subject }) => target === null && subject.kind !== "headline");
  const group = shortfalls.groups.find(({ rows }) => rows.length > 0);
  const summary = say(progress.summary);
  const slides: Slide[] = [];
  if (goals.length > 0) slides.push({ key: "goals", name: "goals", title: summary, body: <Goals goals={goals} /> });
  // As many on one page as on the other.
  const inOne = Math.ceil(subjects.length / Math.ceil(subjects.length / room.lights));
  for (let from = 0; from < subjects.length; from += inOne) {
    const rows = subjects.slice(from, from + inOne);
    slides.push({
      key: `lights${from}`,
      name: "lights",
      title: goals.length > 0 ? say(shortfalls.longest) : summary,
      body: <Lights months={lights.months} rows={rows} month={progress.quotation.month} />,
    });
  }
  if (group)
    slides.push({ key: "ranking", name: "ranking", title: say(group.sentence), body: <Ranking group={group} /> });
  if (changes) {
    const title = say(changes.sentence);
    slides.push({ key: "changes", name: "changes", title, body: <Moves wall={{ progress, changes }} /> });
  }
  if (outlook.prospects.some(isProjected))
    slides.push({
      key: "outlook",
      name: "outlook",
      title: say(outlook.sentence),
      body: <Prospects outlook={outlook} />,
    });
  return slides;
}

function More({ count }: { readonly count: number }) {
  const { t } = useWords();
  return count > 0 ? <p className="wall-more">{t("wall.more", { count })}</p> : null;
}

function Goals({ goals }: { readonly goals: Wall["progress"]["headline"][number]["assessments"] }) {
  const words = useWords();
  const { t, say } = words;
  const speaking = goals.filter(({ light }) => judged.has(light));
  const shown = (speaking.length > 0 ? speaking : goals).slice(0, room.goals);
  return (
    <>
      <table className="wall-goals">
        <thead>
          <tr>
            <th scope="col">{t("column.indicator")}</th>
            <th scope="col" className="wall-bar">
              <span className="unseen">{t("chart.chart")}</span>
            </th>
            <th scope="col" className="figure">
              {t("column.achieved")}
            </th>
            <th scope="col" className="figure">
              {t("column.target")}
            </th>
            <th scope="col" className="figure">
              {t("column.completion")}
            </th>
            <th scope="col">{t("column.light")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((assessment) => (
            <tr key={assessment.target}>
              <th scope="row">
                {indicatorName(words, assessment)} <span className="unit-of">{say(assessment.unit)}</span>
              </th>
              <td className="wall-bar">
                <TargetBullet assessment={assessment} height={22} />
              </td>
              <td className="figure wall-achieved">{assessment.achieved.text}</td>
              <td className="figure">
                <TargetFigure target={assessment} />
              </td>
              <td className="figure">{assessment.completion.text}</td>
              <td>
                <LightBadge light={assessment.light} isMetLate={assessment.metLateAt !== null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={goals.length - shown.length} />
    </>
  );
}

function Lights(props: { months: readonly string[]; rows: readonly LightRow[]; month: string }) {
  const { months, rows, month } = props;
  const { t, say } = useWords();
  return (
    <LightMapChart
      months={months}
      rows={rows.map(({ subject, lights, corrected }) => ({
        key: subject.key,
        name: say(subject.name),
        lights,
        corrected: corrected.map((each) => months.indexOf(each)),
      }))}
      width={width}
      chosen={months.indexOf(month)}
      pointed={null}
      label={t("wall.slides.lights")}
      yearName={(year) => t("month.year", { year })}
    />
  );
}

function Ranking({ group }: { readonly group: ShortfallGroup }) {
  const { t, say } = useWords();
  const distance = useDistance();
  const rows = group.rows.slice(0, room.ranking);
  return (
    <>
      <ShortfallChart
        rows={rows.map((row) => ({
          key: row.target,
          name: say(row.subject.name),
          note: row.scopeName === null ? undefined : say(row.scopeName),
          figures: [row.cumulative.text, row.since],
          value: row.shortfall.value ?? 0,
          quantity: t("short", { gap: distance(row.shortfall.text, group) }),
          light: row.light,
        }))}
        width={width}
        columns={[
          { heading: t("overview.shortfalls.cumulative"), width: 84 },
          { heading: t("overview.shortfalls.since"), width: 92 },
        ]}
        label={t("wall.slides.ranking")}
      />
      <More count={group.rows.length - rows.length} />
    </>
  );
}

function Moves({
  wall: { progress, changes },
}: {
  wall: Pick<Wall, "progress"> & { changes: NonNullable<Wall["changes"]> };
}) {
  const words = useWords();
  const { t, say, language } = words;
  const distance = useDistance();
  const moved = changes.changes.filter(({ move }) => move !== null);
  const units = [...new Set(progress.unreported.map(({ reportingUnit }) => say(reportingUnit)))];
  return (
    <>
      <ul className="wall-moves">
        {moved.slice(0, room.changes).map((change) => (
          <li key={change.target}>
            <span>
              {say(change.subject.name)} <span className="what">{indicatorName(words, change)}</span>
            </span>
            <span className="wall-move">
              <LightBadge light={change.before?.light ?? null} />
              <span aria-hidden="true">→</span>
              <LightBadge light={change.after.light} />
            </span>
            <b className="figure">
              {change.shortfall.value !== null && t("short", { gap: distance(change.shortfall.text, change) })}
            </b>
          </li>
        ))}
      </ul>
      <More count={moved.length - room.changes} />
      <p className="wall-unreported">
        {units.length === 0
          ? t("wall.unreportedNone")
          : t("wall.unreportedUnits", { count: progress.unreported.length, units: listed(language, units) })}
      </p>
    </>
  );
}

type Projected = Prospect & { readonly forecast: NonNullable<Prospect["forecast"]> };
const isProjected = (prospect: Prospect): prospect is Projected => prospect.forecast !== null;

function Prospects({ outlook }: { readonly outlook: Outlook }) {
  const words = useWords();
  const { t, say } = words;
  const distance = useDistance();
  const projected = outlook.prospects.filter(isProjected);
  const shown = projected.slice(0, room.outlook);
  return (
    <>
      <OutlookChart
        rows={shown.map((each) => ({
          key: each.target,
          name: indicatorName(words, each),
          note: say(each.targetText),
          figures: [
            each.forecast.projected.text,
            each.forecast.probability.text,
            distance(each.forecast.pace.text, each),
          ],
          achieved: each.achieved.value ?? 0,
          projected: each.forecast.projected.value ?? 0,
          low: each.forecast.low.value ?? 0,
          high: each.forecast.high.value ?? 0,
          target: each.targetValue.value ?? 0,
        }))}
        width={width}
        columns={[
          { heading: t("overview.outlook.projected"), width: 84 },
          { heading: t("overview.outlook.probability"), width: 84 },
          { heading: t("overview.outlook.pace"), width: 104 },
        ]}
        label={t("wall.slides.outlook")}
      />
      <p className="wall-more">
        {t("overview.outlook.note")}
        {projected.length > shown.length && ` ${t("wall.more", { count: projected.length - shown.length })}`}
      </p>
    </>
  );
}
