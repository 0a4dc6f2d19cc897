/**
 * What must be true before any TypeScript can run: a Node that is new enough, and the packages of the lock file.
 * Plain JavaScript without a dependency, because it runs before there are any.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Ends the process with one sentence a person can act on. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** True when node_modules holds what the lock file asks for, by npm's own mark of its last installation. */
function isInstalled() {
  const mark = join(root, "node_modules", ".package-lock.json");
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

function hasCommand(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Refuses a Node older than package.json's `engines`, and installs the packages if they are not there. */
export function ensureInstalled() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [wantedMajor, wantedMinor] = engines.node.replace(">=", "").split(".").map(Number);
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    refuse(
      `需要 Node ${engines.node}，本机为 ${process.versions.node}。Node ${engines.node} is needed; this is ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  console.log("正在安装依赖，约 1 分钟；如需编译 SQLite，另需 2 至 5 分钟。");
  console.log("Installing packages: about a minute, and 2 to 5 more where SQLite has to be compiled.");
  // Not `npm ci`: it refuses a lock file that leaves out packages of other platforms, which a registry need not have.
  const { status } = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status === 0) return;
  const missing = ["g++", "make", "python3"].filter((command) => !hasCommand(command));
  refuse(
    missing.length > 0
      ? `安装未完成：没有现成的 SQLite 可取时需要编译，本机缺少 ${missing.join("、")}。Installation failed: where no prebuilt SQLite can be fetched it is compiled, and ${missing.join(", ")} is missing here (Debian: apt-get install g++ make python3).`
      : "安装未完成，原因见上。Installation failed; the reason stands above.",
  );
}
