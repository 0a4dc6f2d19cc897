import { Link } from "@tanstack/react-router";
import type { ReviewItem } from "../../api/types.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { Original } from "../../components/original.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { paperName } from "./paper-name.ts";

/** So many marks are told in the queue; all of them stand on the submission's page. */
const told = 2;

/** The submissions, one a row, the unusual first; what nothing marks has a box to pick it by. */
export function ReviewTable({
  items,
  picked,
  onPick,
}: {
  readonly items: readonly ReviewItem[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (submission: string, isPicked: boolean) => void;
}) {
  const words = useWords();
  const { t, say } = words;
  const columns: readonly Column<ReviewItem>[] = [
    { key: "paper", heading: t("reviews.paper"), cell: (item) => <PaperLink item={item} /> },
    { key: "found", heading: t("reviews.found"), cell: (item) => <Found item={item} /> },
    { key: "due", heading: t("reviews.due"), cell: (item) => <DueDay item={item} /> },
    { key: "submitted", heading: t("reviews.submitted"), cell: (item) => <HandedIn item={item} />, isWide: true },
    { key: "plan", heading: t("pages.plan"), cell: ({ planTitle }) => say(planTitle), isWide: true },
  ];
  const pick: Column<ReviewItem> = {
    key: "pick",
    heading: t("reviews.pick"),
    cell: ({ submission, isPlain, ...item }) =>
      isPlain && (
        <label className="review-pick">
          <input
            type="checkbox"
            aria-label={t("reviews.pickLabel", { paper: paperName(words, item) })}
            checked={picked.has(submission)}
            onChange={({ target }) => onPick(submission, target.checked)}
          />
        </label>
      ),
  };
  return (
    <div className="review-table">
      <FigureTable
        caption={t("reviews.caption")}
        columns={items.some(({ isPlain }) => isPlain) ? [...columns, pick] : columns}
        rows={items}
        keyOf={({ submission }) => submission}
      />
    </div>
  );
}

function PaperLink({ item }: { readonly item: ReviewItem }) {
  const words = useWords();
  const { t } = words;
  const { submission, round, lines, isCorrection, isClosed } = item;
  const notes = [
    t("reviews.lines", { count: lines }),
    round > 1 && t("reviews.round", { round }),
    isClosed && t("reviews.closed"),
  ].filter(Boolean);
  return (
    <>
      <Link to="/submission" search={({ within }: Search): Search => ({ submission, within })} className="review-way">
        {paperName(words, item)}
      </Link>
      {isCorrection && <strong className="review-correction">{t("reviews.correction")}</strong>}
      <small className="aside">{notes.join(" · ")}</small>
    </>
  );
}

function Found({ item: { findings } }: { readonly item: ReviewItem }) {
  const { t, say } = useWords();
  if (findings.length === 0) return <span className="aside">{t("reviews.plain")}</span>;
  const rest = findings.length - told;
  return (
    <>
      <strong className="review-marked">{t("reviews.findings", { count: findings.length })}</strong>
      {findings.slice(0, told).map(({ measure, name, finding }) => (
        <small key={`${measure} ${finding.field} ${finding.code}`} className="review-finding">
          {t("reviews.finding", { name: say(name), text: say(finding.text) })}
        </small>
      ))}
      {rest > 0 && <small className="aside">{t("reviews.more", { count: rest })}</small>}
    </>
  );
}

function DueDay({ item: { dueOn, isLate } }: { readonly item: ReviewItem }) {
  const { t } = useWords();
  return (
    <>
      <span className="review-day">{dueOn ?? t("reviews.noDue")}</span>
      {isLate && <small className="review-late">{t("reviews.late")}</small>}
    </>
  );
}

function HandedIn({ item: { submittedBy, submittedAt } }: { readonly item: ReviewItem }) {
  return (
    <>
      <span className="review-day">{dayAndTime(submittedAt)}</span>
      <small className="aside">
        <Original>{submittedBy}</Original>
      </small>
    </>
  );
}
