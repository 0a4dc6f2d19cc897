/**
 * Numbers about the running product in the text that Prometheus reads. Written by hand: prom-client 15 loads in 60 ms of a
 * start of 1.3 s, brings four packages and takes twenty times as long for each request, for what stands below.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";

/** A number at one moment, for each set of labels. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly kind: "gauge" | "counter";
  readonly values: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[];
}

/** A gauge of one value. */
export const gauge = (name: string, help: string, value: number, kind: Gauge["kind"] = "gauge"): Gauge => ({
  ...{ name, help, kind },
  values: [[{}, value]],
});

/** Seconds up to which answers are counted. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Durations {
  /** How many were within each bound and not within the one before; the last are beyond all. */
  readonly counts: number[];
  seconds: number;
}

const escapedLabel = (text: string) => text.replace(/[\\"\n]/g, (sign) => (sign === "\n" ? "\\n" : `\\${sign}`));
const labelled = (labels: Readonly<Record<string, string>>) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
};

/** The lines of a gauge. */
export const gaugeLines = ({ name, help, kind, values }: Gauge): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
  ...values.map(([labels, value]) => `${name}${labelled(labels)} ${value}`),
];

/** Counts answers by how long they took. */
export function requestDurations() {
  const name = "beizeng_request_duration_seconds";
  const kept = new Map<string, Durations>();
  return {
    /** Notes an answer; `route` is the pattern, so that there are no more of them than routes. */
    note: (method: string, route: string, status: number, seconds: number): void => {
      const labels = `method="${method}",route="${escapedLabel(route)}",status="${status}"`;
      let durations = kept.get(labels);
      if (durations === undefined) {
        durations = { counts: Array.from({ length: bounds.length + 1 }, () => 0), seconds: 0 };
        kept.set(labels, durations);
      }
      let place = bounds.findIndex((bound) => seconds <= bound);
      if (place === -1) place = bounds.length;
      durations.counts[place] = (durations.counts[place] ?? 0) + 1;
      durations.seconds += seconds;
    },
    lines: (): readonly string[] => [
      `# HELP ${name} How long answers took, by the pattern of their route.`,
      `# TYPE ${name} histogram`,
      ...[...kept].flatMap(([labels, { counts, seconds }]) => {
        let sum = 0;
        const buckets = counts.map((count, place) => {
          sum += count;
          return `${name}_bucket{${labels},le="${bounds[place] ?? "+Inf"}"} ${sum}`;
        });
        return [...buckets, `${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${sum}`];
      }),
    ],
  };
}

const sampleMilliseconds = 10;
const nanoseconds = 1e9;

/** Watches how late the one thread comes to what is due. */
export function loopDelay() {
  const watched = monitorEventLoopDelay({ resolution: sampleMilliseconds });
  watched.enable();
  // What is sampled is the whole distance between two looks.
  const late = (value: number) => Math.max(0, value / nanoseconds - sampleMilliseconds / 1000);
  return {
    /** The delays since the last time that they were asked for. */
    gauge: (): Gauge => {
      const values: Gauge["values"] =
        watched.count === 0
          ? []
          : [
              [{ quantile: "0.5" }, late(watched.percentile(50))],
              [{ quantile: "0.99" }, late(watched.percentile(99))],
              [{ quantile: "1" }, late(watched.max)],
            ];
      watched.reset();
      return {
        ...{ name: "beizeng_event_loop_delay_seconds", kind: "gauge", values },
        help: "How late the one thread came to what was due, since the last reading.",
      };
    },
    stop: () => watched.disable(),
  };
}

/** What the process itself takes. */
export function processGauges(): readonly Gauge[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const started = Date.now() / 1000 - process.uptime();
  return [
    gauge("process_resident_memory_bytes", "Resident memory, threads included.", rss),
    gauge("process_cpu_seconds_total", "Processor time of user and system.", (user + system) / 1e6, "counter"),
    gauge("process_start_time_seconds", "When the process began, seconds since 1970.", Math.round(started)),
    gauge("nodejs_heap_used_bytes", "Heap in use.", heapUsed),
    gauge("nodejs_heap_total_bytes", "Heap taken.", heapTotal),
    gauge("nodejs_external_bytes", "Memory outside the heap.", external),
  ];
}
