import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Paper, Receipt } from "../../api/types.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";
import { NextPaper } from "./next-paper.tsx";

/** What its submitter gets in hand: number, time, who, how many lines, and the hash by which the audit knows it. */
export function ReceiptBlock({
  receipt,
  paper,
  isNew,
}: {
  readonly receipt: Receipt;
  readonly paper: Paper;
  /** True when it was given a moment ago: whoever works by keyboard goes on from here. */
  readonly isNew: boolean;
}) {
  const { t, say, month } = useWords();
  const block = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) block.current?.focus({ preventScroll: true });
  }, [isNew]);
  const facts = [
    ["number", receipt.number],
    ["at", dayAndTime(receipt.at)],
    ["by", receipt.by],
    ["lines", String(receipt.lines)],
    ["hash", receipt.hash],
  ] as const;
  return (
    <section className="receipt" ref={block} tabIndex={-1} aria-labelledby="receipt-title">
      <div className="receipt-head">
        <h2 id="receipt-title">{t("paper.receipt.title")}</h2>
        <span className="subtitle">
          {say(paper.department.name)} {month(paper.period)} · {t("paper.receipt.round", { round: receipt.round })}
        </span>
        <Link to="/submission" search={{ submission: String(receipt.submission) }} className="receipt-way screen-only">
          {t("paper.receipt.review")}
        </Link>
        <button type="button" className="key screen-only" onClick={() => print()}>
          {t("paper.receipt.print")}
        </button>
      </div>
      <dl>
        {facts.map(([fact, value]) => (
          <div key={fact} className={`receipt-${fact}`}>
            <dt>{t(`paper.receipt.${fact}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="aside">{t("paper.receipt.kept")}</p>
      <NextPaper paper={paper} />
    </section>
  );
}
