/** Writes server/openapi.json (or the file named) from the routes: a change of contract is a diff that people read. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@beizeng/db";
import { buildApp } from "./app.ts";
import { version } from "./version.ts";

const target = process.argv[2] ?? fileURLToPath(new URL("../openapi.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "beizeng-document-"));
const instant = "2022-01-01T00:00:00.000Z";
const store = await openStore({
  engine: "sqlite",
  file: join(folder, "empty.sqlite"),
  now: () => instant,
  migrate: true,
  minimumFreeBytes: 0,
});
const app = await buildApp({
  store,
  build: version,
  kind: "production",
  now: () => instant,
  today: () => instant.slice(0, 10),
  webRoot: null,
  isLogged: false,
});
writeFileSync(target, `${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
await store.close();
rmSync(folder, { recursive: true });
