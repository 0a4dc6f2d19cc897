/** Writes what a whole run of a group left alive into survivors.md: the scores by file, and each mutant by its line. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const page = new URL("survivors.md", import.meta.url);
const alive = ["Survived", "NoCoverage"];
const caught = ["Killed", "Timeout"];

const plain = (text) => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("`", "´").slice(0, 90);

/** The part of a file's source that a mutant stands for, as far as it is on its first line. */
function original(source, { start, end }) {
  const line = source.split("\n")[start.line - 1] ?? "";
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
}

function score(mutants) {
  const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [dead, living] = [count(caught), count(alive)];
  const percent = dead + living === 0 ? 100 : (100 * dead) / (dead + living);
  return { dead, living, percent: percent.toFixed(2) };
}

/** Replaces the part of a group in survivors.md by what its report says. */
export function writeSurvivors(group, reportFile) {
  const { files } = JSON.parse(readFileSync(reportFile, "utf8"));
  const entries = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const all = score(entries.flatMap(([, { mutants }]) => mutants));
  const rows = entries.flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => alive.includes(status))
      .sort((one, other) => one.location.start.line - other.location.start.line)
      .map(({ location, replacement = "" }) => {
        const { line } = location.start;
        return `| ${basename(file)} ${line} | \`${plain(original(source, location))}\` | \`${plain(replacement)}\` |`;
      }),
  );
  const day = new Date().toISOString().slice(0, 10);
  const part = [
    `${all.dead} of ${all.dead + all.living} caught: **${all.percent} %** (${day}).`,
    "",
    "| where | stands | could stand unnoticed |",
    "| --- | --- | --- |",
    ...rows,
  ].join("\n");
  const [begin, end] = [`<!-- ${group}: written by npm run mutants -->`, `<!-- ${group}: end -->`];
  const text = readFileSync(page, "utf8");
  const [head, rest] = text.split(begin);
  if (rest === undefined) throw new Error(`survivors.md has no place for ${group}`);
  writeFileSync(page, `${head}${begin}\n\n${part}\n\n${end}${rest.split(end)[1]}`);
}
