/** What an issued briefing says otherwise than the figures do today (更正), and what moved them. DOMAIN section 8. */
import type { Briefing, BriefingTarget } from "../contract/briefing.ts";
import type { Errata, Erratum } from "../contract/briefings.ts";
import { type ErratumNotice, erratumNotice } from "../domain/erratum-notice.ts";
import type { Text } from "../domain/model.ts";
import { dayInChina } from "../plans/china-day.ts";
import { type Answer, give } from "../problems.ts";
import { readBriefing } from "./briefing.ts";
import { askBriefing } from "./briefings.ts";
import { causesSince } from "./errata-causes.ts";
import type { Reads } from "./reads.ts";

/** What is compared, each figure as it is shown. */
type Shown = ReadonlyMap<string, Omit<Erratum, "former" | "now"> & { readonly shown: Text }>;

const same = (text: string): Text => ({ zh: text, en: text });
const nothing = same("—");

const targetsOf = ({ headline, chains, tasks }: Briefing): readonly BriefingTarget[] =>
  [...headline, ...chains, ...tasks].flatMap(({ targets }) => targets);

function shownOf(briefing: Briefing): Shown {
  const rows: (readonly [string, Omit<Erratum, "former" | "now"> & { readonly shown: Text }])[] = [];
  for (const { subject, name, assessment, lightWord } of targetsOf(briefing)) {
    const figures = [
      ["target", assessment.targetText],
      ["achieved", assessment.achievedText],
      ["completion", same(assessment.completion.text)],
      ["gap", same(assessment.gap.text)],
      ["light", lightWord],
    ] as const;
    for (const [figure, shown] of figures) {
      rows.push([`${assessment.target} ${figure}`, { about: "target", subject: subject.name, name, figure, shown }]);
    }
  }
  for (const { department, composite, rankText } of briefing.departments) {
    const of = { about: "department", subject: department.name, name: department.name } as const;
    rows.push([`${department.key} composite`, { ...of, figure: "composite", shown: same(composite.text) }]);
    rows.push([`${department.key} rank`, { ...of, figure: "rank", shown: rankText }]);
  }
  for (const { word, count } of briefing.lights.rows) {
    rows.push([
      `lights ${word.zh}`,
      { about: "lights", subject: word, name: word, figure: "count", shown: same(String(count)) },
    ]);
  }
  return new Map(rows);
}

/** Every figure that reads otherwise, in the order of the briefing; what came later stands at the end. */
function errataBetween(former: Shown, now: Shown): Erratum[] {
  return [...new Set([...former.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [former.get(key), now.get(key)];
    const row = before ?? after;
    if (row === undefined || before?.shown.zh === after?.shown.zh) return [];
    const { shown: _, ...said } = row;
    return [{ ...said, former: before?.shown ?? nothing, now: after?.shown ?? nothing }];
  });
}

const written = ({ sections, columns, rows, ...rest }: ErratumNotice): NonNullable<Errata["notice"]> => ({
  ...rest,
  sections: sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
  columns: [...columns],
  rows: rows.map((row) => [...row]),
});

/** The answer of GET /api/plans/{plan}/briefings/{briefing}/errata. */
export async function readErrata(reads: Reads, plan: string, name: string): Promise<Answer<Errata>> {
  const asked = await askBriefing(reads, plan, name);
  if (!asked.ok) return asked;
  const { month, horizon, basis, edition } = asked.value;
  const quoted = await readBriefing(reads, plan, { month, horizon, basis, edition: String(edition) });
  if (!quoted.ok) return quoted;
  const today = await readBriefing(reads, plan, { month, horizon, basis });
  if (!today.ok) return today;
  const errata = errataBetween(shownOf(quoted.value), shownOf(today.value));
  const causes = errata.length === 0 ? [] : await causesSince(reads, plan, quoted.value);
  const { year, number, title, issuedAt } = asked.value;
  const issued = { title, year, number, issuedOn: dayInChina(issuedAt) };
  const day = reads.today();
  const issuer = quoted.value.plan.issuer.zh;
  const notice = erratumNotice({ ...issued, today: day, issuer, errata, causes });
  return give({
    ...{ briefing: asked.value, isDemonstration: reads.isDemonstration, today: day, errata, causes },
    notice: notice === null ? null : written(notice),
  });
}
