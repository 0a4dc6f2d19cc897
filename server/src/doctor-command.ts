/**
 * `npm run doctor [demo|serve]`: looks at what the product stands on, says of each thing how it stands and what to do, and
 * changes nothing; whether the service runs or not. Exit code 0 where all is well, 1 where something is worth a look, 2
 * where something will not do.
 */
import { fileURLToPath } from "node:url";
import { examine } from "./doctor/examine.ts";
import { exitCodeOf, linesOf } from "./doctor/finding.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const findings = await examine({
  mode: process.argv[2],
  environment: process.env,
  root,
  now: new Date().toISOString(),
});
for (const line of findings.flatMap(linesOf)) console.log(line);
const count = (level: string) => findings.filter((finding) => finding.level === level).length;
console.log(
  `共 ${findings.length} 项：${count("bad")} 项不行，${count("notice")} 项注意。 ${findings.length} looked at: ${count("bad")} will not do, ${count("notice")} worth a look.`,
);
process.exitCode = exitCodeOf(findings);
