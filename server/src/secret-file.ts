/** Secrets that stand in a file of their own, named by the environment. */
import { readFileSync, statSync } from "node:fs";
import { ConfigError } from "./config-error.ts";

/** The secret in the file that a variable names. Throws `ConfigError` for a file that cannot be read, is empty, or that everybody may read. */
export function secretIn(variable: string, file: string): string {
  let secret = "";
  let isOpen = false;
  try {
    secret = readFileSync(file, "utf8").trim();
    isOpen = (statSync(file).mode & 0o007) !== 0;
  } catch {
    // Told below, as an empty one is: by name and place, without what the system says of it.
  }
  if (secret === "") {
    throw new ConfigError(
      `${variable} 指的文件读不到或是空的：“${file}”。 ${variable} names a file that cannot be read or is empty: "${file}".`,
      "secret-missing",
    );
  }
  if (!isOpen) return secret;
  throw new ConfigError(
    `${variable} 指的文件人人可读，请改为 0640 或更严：“${file}”。 ${variable} names a file that anybody may read: make it 0640 or stricter: "${file}".`,
    "secret-world-readable",
  );
}
