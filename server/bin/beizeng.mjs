/** `beizeng <command>` of a release: runs what `npm run package` has put beside it; nothing is installed or built. */
const commands = {
  serve: ["prepare", "serve"],
  demo: ["prepare", "serve"],
  doctor: ["doctor"],
  verify: ["verify"],
  "audit:verify": ["audit-verify"],
  backup: ["backup"],
  restore: ["restore"],
  recover: ["recover"],
};

const [, , command = ""] = process.argv;
const steps = Object.hasOwn(commands, command) ? commands[command] : [];
if (steps.length === 0) {
  const known = Object.keys(commands).join(" | ");
  console.error(`用法：beizeng [--env-file=文件] ${known}\nUsage: beizeng [--env-file=file] ${known}`);
  process.exit(2);
}
// A start reads from its first word what it is to serve; what follows another command is that command's own.
if (steps.length === 1) process.argv.splice(2, 1);
// Texts of the product that tell somebody to call a command say how it is called here.
process.env.BEIZENG_RELEASE = "1";
// Faults are told by the lines of the source.
process.setSourceMapsEnabled(true);
for (const step of steps) {
  if (process.exitCode === undefined) await import(`../dist/${step}.mjs`);
}
