import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { addressOf } from "../api/call.ts";
import { plansQuery } from "../api/plans.ts";
import { sessionQuery } from "../api/session.ts";
import type { ChartKey, TableKey } from "../api/types.ts";
import { useQuestion } from "../lib/question.ts";
import { saveFile } from "../lib/save-file.ts";
import { type Basis, basisOf } from "../words/basis.ts";
import { useWords } from "../words/use-words.ts";

/** Which table of the server's a chart shows, narrowed to an indicator and reading (`indicator.reading`). */
export interface ChartTable {
  readonly key: TableKey;
  readonly indicator?: string | undefined;
  /** The subject that it is about, and `measure.reading` where it is about one of its measures alone. */
  readonly subject?: string | undefined;
  readonly measure?: string | undefined;
  /** The units that it is about, in the attribution of the address. */
  readonly departments?: readonly string[] | undefined;
}

/** A chart's own legend, or that of the small multiples among which it stands. */
function legendOf(frame: HTMLElement | null): Element[] {
  const own = frame?.querySelector("[data-legend]");
  const shared = frame?.closest("[data-shared-legend]")?.querySelector("[data-legend]");
  return [...((own ?? shared)?.children ?? [])];
}

/** Where a chart's table is had, and what its picture says of itself besides the chart's own words. */
export interface ChartSource {
  readonly tableAt: (format: "csv" | "xlsx") => string;
  /** Where the server's own picture of it is had, so many dots for each px; undefined where it has none. */
  readonly pictureAt?: ((scale: "2" | "3") => string) | undefined;
  /** Whose figures they are: place and plan. */
  readonly place: string | undefined;
  readonly month: string;
  readonly basis: Basis;
}

/** Tables that are lists and no chart, and which the server therefore does not draw. */
const lists = ["changes", "appraisal", "departments", "department-subjects", "reporting"] as const satisfies TableKey[];
const isDrawn = (key: TableKey): key is ChartKey => !lists.some((list) => list === key);
/** Tables whose figures depend on how a subject that several units answer for is counted. */
const byAttribution: readonly TableKey[] = ["departments", "department-subjects", "department-histories"];

interface Shown {
  readonly title: string;
  /** The chart's figure: its picture, its subtitle and its legend are found in it. */
  readonly frame: RefObject<HTMLElement | null>;
  /** False while the table stands in the chart's place, and for a chart that is more than one picture. */
  readonly hasPicture: boolean;
}

/** The files of a chart of the plan and month that the address asks for. */
export function PlanChartFiles({ table, ...shown }: Shown & { readonly table: ChartTable }) {
  const { say, language } = useWords();
  const { plan, month, horizon, basis, asKnownOn, attribution } = useQuestion();
  const of = useQuery(plansQuery).data?.plans.find(({ key }) => key === plan);
  const lang = language === "en" ? "en" : "zh";
  const { key } = table;
  const asked = {
    ...{ month, horizon, basis, asKnownOn, lang },
    ...{ indicator: table.indicator, subject: table.subject, measure: table.measure },
    ...(table.departments && { department: table.departments }),
    ...(byAttribution.includes(key) && { attribution }),
  };
  return (
    <ChartFiles
      {...shown}
      source={{
        tableAt: (format) => addressOf("/api/plans/{plan}/tables/{table}", { plan, table: key }, { ...asked, format }),
        pictureAt: isDrawn(key)
          ? (scale) =>
              addressOf("/api/plans/{plan}/charts/{chart}", { plan, chart: key }, { ...asked, format: "png", scale })
          : undefined,
        place: of && `${say(of.jurisdiction.name)} · ${say(of.title)}`,
        month,
        basis: basisOf(basis),
      }}
    />
  );
}

/** Everything that can be had of a chart: its table, its picture, and the way to exactly this view. */
export function ChartFiles({ title, source, frame, hasPicture }: Shown & { readonly source: ChartSource }) {
  const { t } = useWords();
  const { tableAt, pictureAt, place, month, basis } = source;
  const isDemonstration = useQuery(sessionQuery).data?.isDemonstration === true;
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState("");
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const key = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setIsOpen(false);
      key.current?.focus();
    };
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) setIsOpen(false);
    };
    addEventListener("keydown", onKey);
    addEventListener("pointerdown", onPress);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("pointerdown", onPress);
    };
  }, [isOpen]);

  const picture = async (isClear = false) => {
    const { shownPicture } = await import("../lib/chart-picture.ts");
    const chart = frame.current?.querySelector<SVGSVGElement>("svg.row-chart, svg.light-map, svg[data-picture]");
    if (!chart) throw new Error("the chart is not drawn");
    const around = {
      title,
      subtitle: [place, frame.current?.querySelector(".subtitle")?.textContent].filter(Boolean).join(" · "),
      notes: [t(`basisLine.${basis}`), isDemonstration ? t("demonstration.word") : ""].filter(Boolean),
      legend: legendOf(frame.current).flatMap((item) => {
        const mark = item.querySelector("svg");
        return mark ? [{ mark, word: item.textContent ?? "" }] : [];
      }),
    };
    return shownPicture(chart, around, isClear);
  };
  const name = (ending: string) => `${title.slice(0, 60).replaceAll(/[\\/:*?"<>|\s]+/g, "-")}_${month}.${ending}`;
  const savePng = async (isClear: boolean) => {
    const { pngOf } = await import("../lib/chart-picture.ts");
    saveFile(await pngOf(await picture(isClear)), name("png"));
  };
  const saveSvg = async () => {
    const { svgFileOf } = await import("../lib/chart-picture.ts");
    saveFile(svgFileOf(await picture()), name("svg"));
  };
  const copyPicture = async () => {
    const { pngOf } = await import("../lib/chart-picture.ts");
    const png = picture().then((drawn) => pngOf(drawn));
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
      setSaid(t("chart.files.pictureCopied"));
    } catch {
      // A picture that could not be made is not the browser's refusal to take it.
      await png;
      setSaid(t("chart.files.pictureRefused"));
    }
  };
  const copyAddress = async (link: string, done: string) => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(done);
    } catch {
      setSaid(t("chart.files.linkRefused", { link }));
    }
  };
  const does = (work: () => Promise<void>) => () => {
    setIsOpen(false);
    key.current?.focus();
    setSaid("");
    work().catch(() => setSaid(t("chart.files.failed")));
  };
  return (
    <div className="chart-files" ref={menu}>
      <button
        type="button"
        ref={key}
        className="key"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t("chart.files.label", { title })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t("chart.files.download")}
      </button>
      <ul id={id} hidden={!isOpen}>
        {(["csv", "xlsx"] as const).map((format) => (
          <li key={format}>
            <a href={tableAt(format)} download onClick={() => setIsOpen(false)}>
              {t(`chart.files.${format}`)}
            </a>
          </li>
        ))}
        {hasPicture && (
          <>
            <Item word={t("chart.files.png")} onPress={does(() => savePng(false))} />
            <Item word={t("chart.files.clear")} onPress={does(() => savePng(true))} />
            {pictureAt && (
              <li>
                <a href={pictureAt("3")} download onClick={() => setIsOpen(false)}>
                  {t("chart.files.large")}
                </a>
              </li>
            )}
            <Item word={t("chart.files.svg")} onPress={does(saveSvg)} />
            <Item word={t("chart.files.copyPicture")} onPress={does(copyPicture)} />
            {pictureAt && (
              <Item
                word={t("chart.files.copyAddress")}
                onPress={does(() =>
                  copyAddress(new URL(pictureAt("2"), location.href).href, t("chart.files.addressCopied")),
                )}
              />
            )}
          </>
        )}
        <Item
          word={t("chart.files.copyLink")}
          onPress={does(() => copyAddress(location.href, t("chart.files.linkCopied")))}
        />
      </ul>
      <span className="chart-files-said" role="status">
        {said}
      </span>
    </div>
  );
}

const Item = ({ word, onPress }: { readonly word: string; readonly onPress: () => void }) => (
  <li>
    <button type="button" onClick={onPress}>
      {word}
    </button>
  </li>
);
