/** What the environment and the command line decide, read once at the start. */
import { isIP } from "node:net";
import { resolve } from "node:path";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { commandText } from "./command-text.ts";
import { ConfigError } from "./config-error.ts";
import { type Entrance, isLoopback, readEntrance } from "./entrance.ts";
import { type Scan, scannerOf } from "./scanner.ts";
import { secretIn } from "./secret-file.ts";

/** Where and what to serve. */
export interface Config {
  readonly kind: WorkspaceKind;
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** The workspace's file within `dataDirectory`: the demonstration has one of its own. */
  readonly file: string;
  readonly entrance: Entrance;
  /** The token by which the numbers of the running product are read; null where nobody may. */
  readonly metricsToken: string | null;
  /** The office's scanner of viruses; null where it has none. */
  readonly scan: Scan | null;
}

/** As long as 128 random bits in hexadecimal digits. */
const shortestToken = 32;

function metricsTokenOf(file: string | undefined): string | null {
  if (file === undefined) return null;
  const token = secretIn("METRICS_TOKEN_FILE", file);
  if (/^[\x21-\x7e]+$/.test(token) && token.length >= shortestToken) return token;
  throw new ConfigError(
    `METRICS_TOKEN_FILE 里的令牌至少 ${shortestToken} 个字母、数字或符号，不含空格：openssl rand -hex 32。 The token in METRICS_TOKEN_FILE needs ${shortestToken} letters, digits or signs without a space: openssl rand -hex 32.`,
  );
}

const kinds = { demo: "demonstration", serve: "production" } as const satisfies Record<string, WorkspaceKind>;
const isMode = (word: string): word is keyof typeof kinds => Object.hasOwn(kinds, word);

const isHostName = (host: string) => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)*$/i.test(host);

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65535) return port;
  throw new ConfigError(
    `PORT 应为 0 至 65535 的整数，现为“${text}”。 PORT must be a whole number from 0 to 65535, not "${text}".`,
  );
}

function hostOf(text: string, kind: WorkspaceKind): string {
  if (!isHostName(text)) {
    throw new ConfigError(
      `HOST 应为本机的地址或主机名，现为“${text}”。 HOST must be an address or name of this machine, not "${text}".`,
    );
  }
  if (kind === "demonstration" && !isLoopback(text)) {
    throw new ConfigError(
      `演示库只在本机开放：HOST 应为 127.0.0.1，现为“${text}”；正式库请用 ${commandText("serve")}。 The demonstration listens on loopback only: HOST must be 127.0.0.1, not "${text}"; use ${commandText("serve")} for a production workspace.`,
      "demonstration-not-local",
    );
  }
  return text;
}

/**
 * The configuration from the command line's first argument (`demo` or `serve`) and PORT, HOST, DATA_DIR and what
 * `readEntrance` reads; `root` is the folder that holds `data/` where DATA_DIR is not given. Throws `ConfigError` for a value that cannot be used.
 */
export function readConfig(
  mode: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): Config {
  if (mode === undefined || !isMode(mode)) {
    throw new ConfigError(`请写明 demo 或 serve。 Say demo or serve, not "${mode ?? ""}".`);
  }
  const kind = kinds[mode];
  const { PORT, HOST, DATA_DIR } = environment;
  if (DATA_DIR !== undefined && DATA_DIR.trim() === "") {
    throw new ConfigError("DATA_DIR 不能为空。 DATA_DIR must not be empty.");
  }
  const dataDirectory = resolve(root, DATA_DIR ?? "data");
  return {
    kind,
    host: hostOf(HOST ?? "127.0.0.1", kind),
    port: portOf(PORT ?? "3000"),
    dataDirectory,
    file: resolve(dataDirectory, `${kind}.sqlite`),
    entrance: readEntrance(environment, kind),
    metricsToken: metricsTokenOf(environment.METRICS_TOKEN_FILE),
    scan: scannerOf(environment.SCAN_COMMAND),
  };
}
