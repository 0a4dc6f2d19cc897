import { openStore } from "@beizeng/db";

// Opens the store file given on the command line and holds it until the process is ended.
const file = process.argv[2] ?? "";
const now = () => "2022-01-04T01:00:00.000Z";
await openStore({ engine: "sqlite", file, now, migrate: true, minimumFreeBytes: 0 });
process.stdout.write("open\n");
setInterval(() => undefined, 1000);
