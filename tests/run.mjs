/**
 * `npm test`: every check of the repository, each counted: two at a time, and then the tests, which have both of a small
 * machine's processors to themselves. Ends with `N passed, N failed`. Names on the command line choose checks, as in
 * `npm run typecheck`.
 */
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ensureInstalled, root } from "../server/bin/install.mjs";
import { audit } from "./advisories.mjs";

ensureInstalled();
const scratch = mkdtempSync(join(tmpdir(), "beizeng-tests-"));
const chosen = process.argv.slice(2);
let passed = 0;
let failed = 0;

function count(name, isGood, detail = "") {
  if (isGood) passed += 1;
  else failed += 1;
  console.log(`${isGood ? "✓" : "✗"} ${name}${isGood ? "" : `\n${detail}`}`);
}

/** Runs node, or a program of the root's or the pages' node_modules, and answers how it ended, with all that it said. */
function run(program, ...args) {
  const places = ["node_modules", "web/node_modules"].map((folder) => join(root, folder, ".bin", program));
  const file = program === "node" ? process.execPath : places.find((place) => existsSync(place));
  if (!file) return Promise.resolve({ isGood: false, said: `${program} is not installed` });
  return new Promise((resolve) => {
    execFile(file, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ isGood: error === null, said: `${stdout}${stderr}${error?.signal ? `ended by ${error.signal}` : ""}` });
    });
  });
}

/** Good when the program exits 0. */
async function check(name, program, ...args) {
  const { isGood, said } = await run(program, ...args);
  count(name, isGood, said);
}

/** Good where the audit service knows no grave hole; where none answers nothing is counted, and that is said. */
async function checkAdvisories() {
  const { state, detail } = await audit();
  if (state === "unchecked") console.log(`– advisories of what is shipped: not checked (${detail})`);
  else count("no grave advisory of what is shipped", state === "clear", detail);
}

/** A generated file must be what its generator writes today. */
async function checkGenerated(name, file, program, ...args) {
  const committed = readFileSync(join(root, file), "utf8");
  const fresh = join(scratch, basename(file));
  const { isGood, said } = await run(program, ...args, fresh);
  const isSame = isGood && readFileSync(fresh, "utf8") === committed;
  count(name, isSame, `${said}\n${file} is stale: run npm run openapi and commit it`);
}

const chromiumPaths = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

function runVitest() {
  const chromium = chromiumPaths.find((path) => path && existsSync(path));
  if (!chromium) {
    count(
      "a browser is there",
      false,
      "Chromium is missing: sudo apt-get install -y chromium fonts-noto-cjk  (or set CHROMIUM to its path)",
    );
    return;
  }
  const report = join(scratch, "vitest.json");
  const { status } = spawnSync(
    join(root, "node_modules", ".bin", "vitest"),
    [
      "run",
      "--config",
      "tests/vitest.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: "inherit", env: { ...process.env, CHROMIUM: chromium } },
  );
  if (!existsSync(report)) {
    count("vitest", false, `vitest ended with ${status} and no report`);
    return;
  }
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  // Whatever did not pass counts as failed: a skipped test, and a file that could not be loaded.
  const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  failed += numTotalTests - numPassedTests + unloaded;
  if (status !== 0 && numTotalTests === numPassedTests && unloaded === 0)
    count("vitest ended well", false, `exit code ${status}`);
}

const typesOf = (room) => () => {
  // What was found of unchanged files is kept beside the packages: the same check again takes a fraction.
  const kept = join(root, "node_modules", ".cache", "types", `${room}.json`);
  return check(`types of ${room}`, "tsc", "-p", room, "--incremental", "--tsBuildInfoFile", kept);
};

/** The longest first, so that the two that run at a time end together. */
const checks = {
  typecheck: ["tests", "server", "web", "seeds", "db"].map(typesOf),
  imports: [
    () =>
      check(
        "imports go one way",
        "depcruise",
        "--config",
        ".dependency-cruiser.cjs",
        "db",
        "server",
        "seeds",
        "web/src",
        "tests",
      ),
  ],
  unused: [() => check("nothing is unused", "knip", "--config", ".knip.jsonc")],
  contract: [
    () =>
      checkGenerated(
        "openapi.json is what the routes say",
        "server/openapi.json",
        "tsx",
        "server/src/write-openapi.ts",
      ),
    () =>
      checkGenerated(
        "the pages' types are the document's",
        "web/src/api/schema.d.ts",
        "openapi-typescript",
        "server/openapi.json",
        "-o",
      ),
  ],
  branches: [
    () =>
      check(
        "the tests of core and ledger take each of their branches",
        "vitest",
        "run",
        "--config=tests/vitest.config.ts",
        "--project=rooms",
        "--reporter=default",
        "--coverage",
        // The statements are the same on both engines: one is enough to see which of their branches are taken.
        "--testNamePattern=^(?!.* on postgres)",
        "tests/domain",
        "tests/backups/rules.test.ts",
        "tests/db",
      ),
  ],
  lint: [() => check("biome: form and habits", "biome", "check", "--error-on-warnings", ".")],
  advisories: [checkAdvisories],
  seeds: [() => check("the five plans are whole", "tsx", "seeds/src/check-command.ts")],
  build: [
    () => check("the pages build", "vite", "build", "web"),
    () => check("the server builds", "node", "server/bin/bundle.mjs"),
  ],
};
const known = [...Object.keys(checks), "tests"];
const isChosen = (name) => chosen.length === 0 || chosen.includes(name);

const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) count(`unknown checks: ${unknown.join(", ")}`, false, `known: ${known.join(", ")}`);
const waiting = Object.keys(checks)
  .filter(isChosen)
  .flatMap((name) => checks[name]);
const runWaiting = async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
};
await Promise.all([runWaiting(), runWaiting()]);
if (isChosen("tests")) runVitest();
rmSync(scratch, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
