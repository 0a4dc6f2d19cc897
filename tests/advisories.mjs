/**
 * `npm run advisories`, a part of `npm test`: whether a package that is shipped has a known hole, by npm's audit where a service answers. A high or
 * a critical one fails; where no service answers, that is said, and nothing is proved.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const grave = ["high", "critical"];

/**
 * What an answer of `npm audit --json` means: `clear`, `found` with the packages' names, or `unchecked` where it holds no
 * count, with why.
 */
export function judgeAudit(said) {
  let answer = null;
  try {
    answer = JSON.parse(said);
  } catch {
    return { state: "unchecked", detail: "npm audit said nothing that can be read" };
  }
  if (answer?.metadata?.vulnerabilities === undefined || answer.vulnerabilities === undefined) {
    return { state: "unchecked", detail: String(answer?.message ?? answer?.error?.summary ?? "no answer") };
  }
  const found = Object.values(answer.vulnerabilities).filter(({ severity }) => grave.includes(severity));
  if (found.length === 0) return { state: "clear", detail: "no high or critical advisory" };
  return { state: "found", detail: found.map(({ name, severity }) => `${name} (${severity})`).join(", ") };
}

/** Asks the audit service of the registry about what is shipped; answers within half a minute. */
export function audit() {
  const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=10000"];
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  return new Promise((resolve) => {
    execFile("npm", args, { cwd, timeout: 30_000, maxBuffer: 1 << 26 }, (_error, stdout) =>
      resolve(judgeAudit(stdout)),
    );
  });
}
