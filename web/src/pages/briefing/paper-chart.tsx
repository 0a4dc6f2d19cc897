import type { PaperChart } from "../../api/types.ts";

type Series = PaperChart["series"][number];

/** A chart of the paper as it will look in the document: its marks, and the figures behind them for those who hear the page. */
export function PaperChartFigure({ chart }: { readonly chart: PaperChart }) {
  const { title, subtitle, direction, series } = chart;
  return (
    <figure className="paper-chart">
      <figcaption>
        <strong>{title}</strong>
        <span>{subtitle}</span>
      </figcaption>
      {direction === "across" ? <Across chart={chart} /> : <Stacked chart={chart} />}
      <ul className="paper-key" aria-hidden="true">
        {series.map((each) => (
          <li key={each.name}>
            <span className={`paper-key-${each.mark}`} style={inked(each.mark === "bar" ? each.color : null)} />
            {each.name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

const inked = (color: string | null) => (color === null ? {} : { backgroundColor: `#${color}` });
const told = (series: readonly Series[], place: number) =>
  series.map(({ name, points }) => `${name}${points[place]?.text ?? "—"}`).join("，");

/** A row a category: what was achieved as a bar, the target as an open end, 序时 as a tick, on one scale from zero. */
function Across({ chart: { categories, series } }: { readonly chart: PaperChart }) {
  const largest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
  const part = (value: number) => `${largest === 0 ? 0 : (Math.max(value, 0) / largest) * 100}%`;
  return (
    <ul className="paper-bars">
      {categories.map((category, place) => (
        <li key={category}>
          <span className="paper-bar-name">{category}</span>
          <span className="unseen">{told(series, place)}</span>
          <span className="paper-track" aria-hidden="true">
            {series.map(({ name, mark, color, points }) => {
              const { value = null, color: own = null, isCarried = false } = points[place] ?? {};
              if (value === null) return null;
              if (mark === "tick") return <span key={name} className="paper-tick" style={{ left: part(value) }} />;
              if (mark === "open-bar") return <span key={name} className="paper-open" style={{ width: part(value) }} />;
              const className = isCarried ? "paper-bar paper-carried" : "paper-bar";
              return <span key={name} className={className} style={{ width: part(value), ...inked(own ?? color) }} />;
            })}
          </span>
          <span className="paper-bar-figure" aria-hidden="true">
            {series.find(({ mark }) => mark === "bar")?.points[place]?.text}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The part of white's light that a colour gives back, 0 to 1, as WCAG reckons it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether white is told from a colour more easily than black is: black is, up to √(1.05 × 0.05) − 0.05. */
const isDarkColor = (color: string) => luminance(color) < 0.179;

/** A column a category, its parts on each other. */
function Stacked({ chart: { categories, series } }: { readonly chart: PaperChart }) {
  const sumAt = (place: number) => series.reduce((sum, { points }) => sum + (points[place]?.value ?? 0), 0);
  const highest = Math.max(1, ...categories.map((_, place) => sumAt(place)));
  return (
    <ul className="paper-columns">
      {categories.map((category, place) => (
        <li key={category}>
          <span className="unseen">{told(series, place)}</span>
          <span className="paper-stack" aria-hidden="true">
            {series.map(({ name, color, points }) => {
              const { value = null, text = "" } = points[place] ?? {};
              if (value === null || value === 0) return null;
              const height = `${(value / highest) * 100}%`;
              const isDark = isDarkColor(color);
              return (
                <span key={name} className={isDark ? "paper-dark" : "paper-bright"} style={{ height, ...inked(color) }}>
                  {text}
                </span>
              );
            })}
          </span>
          <span className="paper-category">{category}</span>
        </li>
      ))}
    </ul>
  );
}
