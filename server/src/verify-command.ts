/**
 * `npm run verify [demo|serve]`: recomputes every derived row and the hash of every edition from the ledger and replays the chain of the audit. Prints
 * each difference and ends with exit code 1 where there is one; changes nothing.
 */
import { fileURLToPath } from "node:url";
import { readConfig } from "./config.ts";
import { sentenceOf } from "./start-problems.ts";
import { verify } from "./verify.ts";
import { openWorkspace } from "./workspace.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

try {
  const config = readConfig(process.argv[2] ?? "demo", process.env, root);
  const { store, today } = await openWorkspace(config);
  const found = await verify(store, today());
  await store.close();
  for (const difference of found.differences) console.error(difference);
  console.log(
    `核对 ${found.rows} 条推算结果、${found.editions} 个数据版本、${found.auditRows} 条审计记录：${found.differences.length} 处不符。 ${found.rows} derived rows, ${found.editions} editions and ${found.auditRows} audit rows: ${found.differences.length} differences.`,
  );
  process.exitCode = found.differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(sentenceOf(error) ?? error);
  process.exitCode = 1;
}
