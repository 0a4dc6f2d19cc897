/** What the machine is: the runtime, its clock, what was built and the fonts. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { builds, standingOf } from "../../bin/stale.mjs";
import { missingTools } from "../exports/pictures/tools.ts";
import { minuteInChina } from "../plans/china-day.ts";
import { about, type Finding, text } from "./finding.ts";

/** The last day on which each line of Node gets repairs, as its makers have announced. */
const endsOfLife: Readonly<Record<number, string>> = { 20: "2026-04-30", 22: "2027-04-30", 24: "2028-04-30" };

/** The oldest Node that runs the product, as package.json says too. */
const oldestNode = [20, 19] as const;

/** Whether Node is new enough, and still repaired on a day (ISO). */
export function nodeFinding(version: string, now: string): Finding {
  const node = about("运行环境", "Node");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return node.bad(
      text(version, ""),
      text(
        `请装 Node ${oldestMajor}.${oldestMinor} 或更新的版本。`,
        `Install Node ${oldestMajor}.${oldestMinor} or newer.`,
      ),
    );
  }
  const end = endsOfLife[major];
  if (end === undefined || now.slice(0, 10) <= end) return node.ok(text(version, ""));
  return node.notice(
    text(`${version}，自 ${end} 起不再修补漏洞。`, `no repairs since ${end}.`),
    text(
      "产品可以运行；请在下次升级时换成仍在维护的版本。",
      "The product runs; take a Node that is still repaired with the next upgrade.",
    ),
  );
}

const eightHours = -8 * 60;
const anHour = 60 * 60 * 1000;

/** Whether the machine's clock counts China time; `offsetMinutes` as `Date#getTimezoneOffset` gives it. */
export function zoneFinding(zone: string, offsetMinutes: number): Finding {
  const clock = about("时区", "Clock zone");
  if (offsetMinutes === eightHours) return clock.ok(text(zone, ""));
  return clock.notice(
    text(`本机时区为 ${zone}，不是北京时间。`, `the machine's zone is ${zone}, not China's.`),
    text(
      "产品自己按北京时间计日，不受影响；系统日志的时间会差几个小时：timedatectl set-timezone Asia/Shanghai。",
      "The product reckons its days in China time all the same; the system's own log is hours apart: timedatectl set-timezone Asia/Shanghai.",
    ),
  );
}

/** Whether the clock is after what is known to lie behind it: the build, and the last row of the audit (ISO UTC; null where there is none). */
export function clockFinding(now: string, builtAt: string | null, lastAuditAt: string | null): Finding {
  const clock = about("时钟", "Clock");
  const shown = `${minuteInChina(now)}（北京时间）`;
  const latest = [builtAt, lastAuditAt]
    .filter((instant) => instant !== null)
    .sort()
    .at(-1);
  if (latest !== undefined && Date.parse(now) < Date.parse(latest) - anHour) {
    return clock.bad(
      text(`${shown}，早于已知的 ${minuteInChina(latest)}。`, "is before what has happened already."),
      text(
        "时钟走回去了：填报和审计会记上错的时间。先校准（timedatectl set-ntp true），再启动服务。",
        "The clock has gone back, and reports and audit would bear wrong times. Set it right (timedatectl set-ntp true) before the service starts.",
      ),
    );
  }
  return clock.ok(text(shown, ""));
}

/** When the server was built, ISO UTC; null where it was not. */
export function builtAt(root: string): string | null {
  const file = join(root, builds.server.built);
  return existsSync(file) ? statSync(file).mtime.toISOString() : null;
}

/** Whether pages and server are built, from the sources as they stand. */
export function buildFindings(root: string): readonly Finding[] {
  const kinds = [
    [about("页面", "Pages"), builds.pages],
    [about("服务程序", "Server"), builds.server],
  ] as const;
  const advice = text(
    "npm run build；npm start 和 npm run serve 会自己做。",
    "npm run build; npm start and npm run serve do so themselves.",
  );
  return kinds.map(([finding, build]) => {
    const standing = standingOf(build, root);
    if (standing === "fresh") return finding.ok(text("已生成。", "built."));
    if (standing === "stale") return finding.notice(text("比源文件旧。", "older than the sources."), advice);
    const absent = text("还没有生成。", "not built.");
    if (build.sources.some((source) => existsSync(join(root, source)))) return finding.notice(absent, advice);
    return finding.bad(
      absent,
      text("安装不完整：请重新安装本版本。", "The installation is not whole: install this version anew."),
    );
  });
}

/** Whether the fonts and the drawing tool are there by which charts become pictures. */
export function fontFinding(missing: readonly string[] = missingTools()): Finding {
  const fonts = about("字体", "Fonts");
  if (missing.length === 0) return fonts.ok(text("随产品带有，不依赖本机字体。", "come with the product."));
  return fonts.bad(
    text(`缺 ${missing.join("、")}。`, "missing."),
    text("图表不能导出为图片：请重新安装本版本。", "Charts cannot become pictures: install this version anew."),
  );
}
