/** A configuration that cannot be used: one sentence that names the variable and what is allowed. */
export class ConfigError extends Error {}
