import { useIsFetching } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useId, useState } from "react";
import type { PlanSummary } from "../api/types.ts";
import { monthsBetween, monthWithin, shiftMonth } from "../lib/month.ts";
import type { Search } from "../lib/search.ts";
import { useNarrow } from "../lib/use-narrow.ts";
import { useWords } from "../words/use-words.ts";
import "./time-strip.css";

/** How long a month stands while the months are played, once all of its figures are there. */
const stay = 1100;
/** How long a slider rests before its month is asked for: whoever drags through forty months asks for one. */
const rest = 150;

/** Time travel of a page about a month: a slider over all months, playing through them, and what was known on a past day. */
export function TimeStrip(props: {
  readonly plan: PlanSummary;
  readonly month: string;
  /** The workspace's own day, the last that can have been known. */
  readonly today: string;
  readonly hasKnownOn: boolean;
}) {
  const { plan, month, today, hasKnownOn } = props;
  const navigate = useNavigate();
  const ask = useCallback(
    (change: Search) =>
      void navigate({
        to: ".",
        search: (old: Search) => ({ ...old, ...change }),
        // One way back leads out of the travel, not through each of its months.
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const goTo = useCallback((next: string) => ask({ month: next }), [ask]);
  const player = usePlayer({ month, first: plan.firstMonth, last: plan.latestPeriod, goTo });
  return (
    <section className="time-strip screen-only" data-playing={player.isPlaying || undefined}>
      <PlayKey {...player} />
      <MonthSlider
        months={monthsBetween(plan.firstMonth, plan.lastMonth)}
        month={month}
        onChoose={(next) => {
          player.pause();
          goTo(next);
        }}
      />
      {hasKnownOn && <KnownOn plan={plan} month={month} today={today} ask={ask} />}
    </section>
  );
}

/** Plays from a month to the last reported one, from the first where it stands there already; a month that is still loading is waited for. */
function usePlayer(asked: { month: string; first: string; last: string; goTo: (month: string) => void }) {
  const { month, first, last, goTo } = asked;
  const [isWanted, setIsWanted] = useState(false);
  const isLoading = useIsFetching() > 0;
  const isPlaying = isWanted && month < last;
  useEffect(() => {
    if (!isPlaying || isLoading) return;
    const timer = setTimeout(() => goTo(shiftMonth(month, 1)), stay);
    return () => clearTimeout(timer);
  }, [isPlaying, isLoading, month, goTo]);
  useEffect(() => {
    if (!isPlaying) return;
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && setIsWanted(false);
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [isPlaying]);
  return {
    isPlaying,
    play: () => {
      if (month >= last) goTo(first);
      setIsWanted(true);
    },
    pause: () => setIsWanted(false),
  };
}

function PlayKey({ isPlaying, play, pause }: { isPlaying: boolean; play: () => void; pause: () => void }) {
  const { t } = useWords();
  const isNarrow = useNarrow();
  return (
    <button type="button" className="time-play" onClick={isPlaying ? pause : play}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={isPlaying ? "M2 1h3v10H2zM7 1h3v10H7z" : "M2 1l9 5-9 5z"} fill="currentColor" />
      </svg>
      <span className={isNarrow ? "unseen" : undefined}>{t(isPlaying ? "time.pause" : "time.play")}</span>
    </button>
  );
}

function MonthSlider(props: {
  readonly months: readonly string[];
  readonly month: string;
  readonly onChoose: (month: string) => void;
}) {
  const { months, month, onChoose } = props;
  const { t, month: nameMonth } = useWords();
  const [held, setHeld] = useState<string | null>(null);
  // What is held is let go of when the page has come to it, and when the page was led elsewhere meanwhile.
  const [seen, setSeen] = useState(month);
  if (seen !== month) {
    setSeen(month);
    setHeld(null);
  }
  useEffect(() => {
    if (held === null || held === month) return;
    const timer = setTimeout(() => onChoose(held), rest);
    return () => clearTimeout(timer);
  }, [held, month, onChoose]);
  const shown = held ?? month;
  const last = months.length - 1;
  return (
    <div className="time-track">
      <input
        type="range"
        aria-label={t("time.slider")}
        aria-valuetext={nameMonth(shown)}
        min={0}
        max={last}
        value={Math.max(0, months.indexOf(shown))}
        onChange={(event) => setHeld(months[event.target.valueAsNumber] ?? null)}
      />
      <div className="time-years" aria-hidden="true">
        {months.map((each, place) =>
          each.endsWith("-01") ? (
            <span key={each} style={{ left: `${(place / last) * 100}%` }}>
              {each.slice(0, 4)}
            </span>
          ) : null,
        )}
      </div>
      <output className="time-month" data-held={held !== null || undefined}>
        {nameMonth(shown)}
      </output>
    </div>
  );
}

function KnownOn(props: {
  readonly plan: PlanSummary;
  readonly month: string;
  readonly today: string;
  readonly ask: (change: Search) => void;
}) {
  const { plan, month, today, ask } = props;
  const { t } = useWords();
  const { asKnownOn }: Search = useSearch({ strict: false });
  const id = useId();
  // A phone has room for the month; a past day is asked for there by whoever wants one.
  const isNarrow = useNarrow();
  const [isOpen, setIsOpen] = useState(false);
  const choose = (day: string) => {
    if (day === "") return ask({ asKnownOn: undefined });
    // Of a month that was not over on the day nothing was known: the page goes back to the last one that was.
    ask({ asKnownOn: day, month: monthWithin(month, plan.firstMonth, shiftMonth(day.slice(0, 7), -1)) });
  };
  if (isNarrow && !isOpen && !asKnownOn) {
    return (
      <button type="button" className="key time-open" onClick={() => setIsOpen(true)}>
        {t("time.knownOnShort")}
      </button>
    );
  }
  return (
    <div className="time-known">
      <label htmlFor={id}>{t("time.knownOn")}</label>
      <input
        id={id}
        type="date"
        min={`${plan.firstMonth}-01`}
        max={today}
        defaultValue={asKnownOn ?? ""}
        key={asKnownOn ?? ""}
        // A day is whole when the field is left or Enter is pressed: a year is not asked for while it is typed.
        onBlur={({ target }) => target.value !== (asKnownOn ?? "") && target.validity.valid && choose(target.value)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
      />
      {asKnownOn && (
        <button type="button" className="key" onClick={() => choose("")}>
          {t("time.now")}
        </button>
      )}
    </div>
  );
}
