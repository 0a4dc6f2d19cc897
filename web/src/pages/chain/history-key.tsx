import { useWords } from "../../words/use-words.ts";

/** Each mark of the histories beside its word; the same marks mean the same on every page. */
export function HistoryKey() {
  const { t } = useWords();
  return (
    <p className="mark-key" data-legend="">
      <Item word={t("chain.mark.actual")}>
        <path className="history-actual" d="M1 12L12 6L27 3" />
        <circle className="history-reported-dot" cx="12" cy="6" r="2.4" />
      </Item>
      <Item word={t("chain.mark.schedule")}>
        <path className="history-schedule" d="M1 12H9V8H18V4H27" />
      </Item>
      <Item word={t("chain.mark.forecast")}>
        <path className="history-band" d="M1 9L27 1V12Z" />
        <path className="history-projected" d="M1 9L27 6" />
      </Item>
      <Item word={t("chain.mark.target")}>
        <path className="history-bracket" d="M6 11V5H22V11" />
      </Item>
      <Item word={t("chain.mark.adjusted")}>
        <path className="history-adjusted" d="M1 11H14V4H27" />
      </Item>
      <Item word={t("chain.mark.carried")}>
        <path className="history-carried" d="M1 7H27" />
        <circle className="history-carried-dot" cx="14" cy="7" r="2.6" />
      </Item>
      <Item word={t("chain.mark.unreported")}>
        <circle className="history-unreported-dot" cx="14" cy="7" r="2.6" />
      </Item>
      <Item word={t("chain.mark.corrected")}>
        <circle className="history-reported-dot" cx="11" cy="10" r="2.4" />
        <path className="history-notch" d="M13 1h7v7Z" />
      </Item>
    </p>
  );
}

const Item = ({ word, children }: { readonly word: string; readonly children: React.ReactNode }) => (
  <span>
    <svg width="28" height="14" aria-hidden="true">
      {children}
    </svg>
    {word}
  </span>
);
