/**
 * Enters the thread where the sources run themselves: a thread needs the loader of TypeScript once more, and told how the
 * pages' components are written.
 */
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../../web/tsconfig.json", import.meta.url)) });
await import("./files-worker.ts");
