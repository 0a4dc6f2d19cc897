/**
 * Before any browser test: starts the product as a user does, in a folder of its own. The start takes half a minute, so
 * it is not waited for here; tests wait in `product.ts`.
 */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { endCommand, startCommand } from "./processes.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder where the product keeps its workspace and where stands what it says. */
    product: string;
  }
}

/** Starts the product in the background; answers how to end it. */
export default function startProduct(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-e2e-"));
  const said = join(folder, "said");
  writeFileSync(said, "");
  project.provide("product", folder);
  const environment = { DATA_DIR: join(folder, "data"), PORT: "0", HOST: "127.0.0.1" };
  const started = startCommand("demo", environment, (words) => appendFileSync(said, words));
  void started.ended.then((code) => appendFileSync(said, `\nended ${code}\n`));
  return async () => {
    await endCommand(started).catch((fault: unknown) => {
      // What goes wrong here fails no test of itself.
      console.error(fault);
      process.exitCode = 1;
    });
    rmSync(folder, { recursive: true, force: true });
  };
}
