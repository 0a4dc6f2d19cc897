/** A start of this version over the file that it is told, as far as its store: says when it begins and when it is open. */
import { openStore } from "@beizeng/db";

const file = process.argv[2] ?? "";
const now = () => new Date().toISOString();
process.stdout.write("begins\n");
const store = await openStore({ engine: "sqlite", file, now, migrate: true, minimumFreeBytes: 0 });
process.stdout.write("open\n");
await store.close();
