/** What a configuration can be refused for. */
export type ConfigErrorCode =
  | "setting-unusable"
  | "demonstration-not-local"
  | "proxy-unnamed"
  | "secret-missing"
  | "secret-world-readable"
  | "workspace-missing";

/** A configuration that cannot be used: one sentence that names the variable and what is allowed. */
export class ConfigError extends Error {
  readonly code: ConfigErrorCode;

  constructor(sentence: string, code: ConfigErrorCode = "setting-unusable") {
    super(sentence);
    this.code = code;
  }
}
