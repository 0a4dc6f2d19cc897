/** How the product's commands are called where it runs, for texts that tell somebody to call one. */

/** The commands that are told of. */
export type ToldCommand = "demo" | "serve" | "backup" | "restore" | "verify" | "recover" | "audit:verify";

/**
 * A command with its words as it is typed here: `beizeng backup` where a release runs, which `beizeng` says in the
 * environment, and `npm run backup` in a checkout, where words follow after `--`.
 */
export function commandText(command: ToldCommand, words = ""): string {
  if (process.env.BEIZENG_RELEASE !== undefined) return `beizeng ${command}${words === "" ? "" : ` ${words}`}`;
  if (command === "demo") return "npm start";
  return `npm run ${command}${words === "" ? "" : ` -- ${words}`}`;
}
