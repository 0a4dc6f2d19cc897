/**
 * `prepare-workspace.ts demo|serve`: makes the workspace if it is absent and loads the plans that are new in it. The
 * demonstration is made beside its place and moved there whole; a production workspace holds policy data alone.
 */
import { fileURLToPath } from "node:url";
import { StoreProblem } from "@beizeng/db";
import { readConfig } from "@beizeng/server/config.ts";
import { ConfigError } from "@beizeng/server/config-error.ts";
import { plansFolder } from "./plan-document.ts";
import { PlanDocumentError } from "./plan-fault.ts";
import { prepareWorkspace, WorkspaceRefusal } from "./workspace.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What is to be said of an error that is no bug, null of a bug. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof StoreProblem) return `${error.sentence.zh} ${error.sentence.en}`;
  if (error instanceof PlanDocumentError) return `方案数据有误，未载入。 The plan files are at fault: ${error.message}`;
  return error instanceof ConfigError || error instanceof WorkspaceRefusal ? error.message : null;
}

try {
  const { kind, dataDirectory, file } = readConfig(process.argv[2], process.env, root);
  await prepareWorkspace(
    { kind, dataDirectory, file, plans: plansFolder },
    () => new Date().toISOString(),
    (line) => console.log(line),
  );
} catch (error) {
  console.error(sentenceOf(error) ?? error);
  process.exitCode = 1;
}
