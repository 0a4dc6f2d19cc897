/** Writes server/openapi.json from the routes: a change of contract is a diff that people read. */
import { writeFileSync } from "node:fs";
import { buildApp } from "./app.ts";

const app = await buildApp({ build: "0.1.0", isDemonstration: false, today: () => "2022-01-01", webRoot: null });
writeFileSync(new URL("../openapi.json", import.meta.url), `${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
