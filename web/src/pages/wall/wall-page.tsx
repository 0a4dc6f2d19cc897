import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Refusal } from "../../api/call.ts";
import type { Wall } from "../../api/types.ts";
import { wallQuery } from "../../api/wall.ts";
import { LanguageSwitch } from "../../components/language-switch.tsx";
import { LightCounts } from "../../components/light-counts.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import type { Search } from "../../lib/search.ts";
import { showMeanwhile } from "../../lib/theme.ts";
import { useNarrow } from "../../lib/use-narrow.ts";
import { BasisContext, basisOf } from "../../words/basis.ts";
import { useWords } from "../../words/use-words.ts";
import { Fitted } from "./fitted.tsx";
import { useSlides } from "./slides.tsx";
import { useNewBuild } from "./use-new-build.ts";
import { useTurning } from "./use-turning.ts";
import "../../styles/light-map.css";
import "../../styles/outlook-marks.css";
import "../../styles/row-chart.css";
import "./wall.css";

/** The stage on which a wall is laid out, in px: text of 13 px on it is 31 px high on a wall of 1920. */
const stage = { width: 800, height: 450 };

const onResize = (tell: () => void) => {
  addEventListener("resize", tell);
  return () => removeEventListener("resize", tell);
};
const scaleNow = () => Math.min(innerWidth / stage.width, innerHeight / stage.height);

/** 大屏: a plan's month for a room, turning its own pages, dark, one size whatever the wall. */
export function WallPage() {
  const { t } = useWords();
  const { plan = "", horizon = "", month, basis }: Search = useSearch({ strict: false });
  const query = useQuery(wallQuery({ plan, horizon, month, basis }));
  const isNarrow = useNarrow();
  useEffect(() => showMeanwhile("dark"), []);
  useNewBuild(query.isError);
  usePageTitle(t("wall.title"));
  const status = query.error instanceof Refusal ? query.error.status : 0;
  if (isNarrow) {
    return (
      <Note title={t("wall.narrow")}>{query.data?.progress.quotation.isDemonstration ? <Invented /> : undefined}</Note>
    );
  }
  // Whoever may not see the figures any more does not see those of a minute ago either.
  if (status >= 400 && status < 500) return <RefusedWall isUnknown={status !== 401 && status !== 403} />;
  if (!query.data)
    return <Note title={query.isError ? t("wall.unreachable") : t("wall.opening")} isBusy={!query.isError} />;
  return (
    <BasisContext value={basisOf(basis)}>
      <Stage wall={query.data} isLost={query.isError} takenAt={query.dataUpdatedAt} />
    </BasisContext>
  );
}

/** That the figures are invented stands on a wall too, where it can be read from afar. */
function Invented() {
  const { t } = useWords();
  return (
    <aside className="demonstration wall-demonstration">
      <strong>{t("demonstration.word")}</strong>
    </aside>
  );
}

function RefusedWall({ isUnknown }: { readonly isUnknown: boolean }) {
  const { t } = useWords();
  if (isUnknown)
    return (
      <Note title={t("wall.unknown")}>
        <p>{t("wall.unknownDetail")}</p>
      </Note>
    );
  return (
    <Note title={t("wall.closed")}>
      <p>{t("wall.closedDetail")}</p>
      <Link to="/sign-in" search={({ lang }: Search): Search => ({ lang, from: location.pathname + location.search })}>
        {t("wall.signIn")}
      </Link>
    </Note>
  );
}

function Note(props: { readonly title: string; readonly isBusy?: boolean; readonly children?: ReactNode }) {
  const { title, isBusy = false, children } = props;
  const { t } = useWords();
  return (
    <main className="wall-note" id="content" aria-busy={isBusy}>
      <h1 role="status">{title}</h1>
      {children}
      <LanguageSwitch />
      <Link to="/overview" search={(old: Search) => old}>
        {t("wall.leave")}
      </Link>
    </main>
  );
}

function Stage({ wall, isLost, takenAt }: { wall: Wall; isLost: boolean; takenAt: number }) {
  const { t, say, horizon, language } = useWords();
  const { progress } = wall;
  const slides = useSlides(wall);
  const turning = useTurning(slides.length);
  const scale = useSyncExternalStore(onResize, scaleNow);
  const slide = slides[turning.at];
  const at = new Date(takenAt).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hour12: false });
  const day = new Date(takenAt).toLocaleDateString(language, { month: "numeric", day: "numeric" });
  return (
    <div className="wall">
      <main className="wall-stage" id="content" style={{ ...stage, transform: `scale(${scale})` }}>
        <header className="wall-head">
          <span className="wall-plan">
            <b>{say(progress.plan.jurisdiction.name)}</b> {say(progress.plan.title)}
          </span>
          {progress.quotation.isDemonstration && <Invented />}
          <span>
            {horizon(progress.horizon)} · <QuotationLine quotation={progress.quotation} />
          </span>
        </header>
        {slide && (
          <section className="wall-slide" key={slide.key} aria-labelledby="wall-title">
            <Fitted>
              <p className="wall-name">{t(`wall.slides.${slide.name}`)}</p>
              <h1 id="wall-title">{slide.title}</h1>
              {slide.name === "goals" && <LightCounts counts={progress.lights} />}
              {slide.body}
            </Fitted>
          </section>
        )}
        <footer className="wall-foot">
          {isLost ? (
            <p className="wall-lost" role="alert">
              {t("wall.lost", { at: `${day} ${at}` })}
            </p>
          ) : (
            <p>{t("wall.taken", { at })}</p>
          )}
          <p
            className="wall-dots"
            role="img"
            aria-label={t("wall.slide", { at: turning.at + 1, count: slides.length })}
          >
            {slides.map(({ key }, place) => (
              <span key={key} data-here={place === turning.at || undefined} />
            ))}
          </p>
          <nav className="wall-keys" title={t("wall.keys")}>
            <button type="button" aria-label={t("wall.earlier")} onClick={() => turning.turn(-1)}>
              ‹
            </button>
            <button type="button" onClick={turning.pause}>
              {t(turning.isPaused ? "wall.play" : "wall.pause")}
            </button>
            <button type="button" aria-label={t("wall.later")} onClick={() => turning.turn(1)}>
              ›
            </button>
            {document.fullscreenEnabled && (
              <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
                {t("wall.fullScreen")}
              </button>
            )}
            <LanguageSwitch />
            <Link to="/overview" search={(old: Search) => old}>
              {t("wall.leave")}
            </Link>
          </nav>
        </footer>
      </main>
    </div>
  );
}
