/** A product of one's own over a copy of the demonstration, for tests that write: the shared one must stay as it is. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { endCommand, startCommand } from "./processes.ts";
import { productAddress, productData } from "./product.ts";
import { addressIn } from "./product-address.ts";

/** Where it is, and how it is ended. */
export interface OwnProduct {
  readonly origin: string;
  readonly end: () => Promise<void>;
}

/** Copies the demonstration once it is there and starts the product over the copy. */
export async function startOwnProduct(): Promise<OwnProduct> {
  await productAddress();
  const folder = mkdtempSync(join(tmpdir(), "beizeng-own-"));
  const data = join(folder, "data");
  mkdirSync(data);
  const shared = new Database(join(productData(), "demonstration.sqlite"), { readonly: true });
  const own = join(data, "demonstration.sqlite");
  shared.prepare("VACUUM INTO ?").run(own);
  shared.close();
  // As the product itself makes it: nobody else on the machine may read it.
  chmodSync(own, 0o600);
  const started = startCommand("demo", { DATA_DIR: data, PORT: "0", HOST: "127.0.0.1" });
  const end = async () => {
    await endCommand(started);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; waited < 120_000; waited += 200) {
    const origin = addressIn(started.said());
    if (origin !== null) return { origin, end };
    await wait(200);
  }
  await end();
  throw new Error(`the product did not start:\n${started.said()}`);
}
