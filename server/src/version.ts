/** Version of the product, as its package says. */
import { readFileSync } from "node:fs";

const { version: written }: { version: unknown } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);

/** Such as 0.1.0. */
export const version = String(written);
