/**
 * `npm run package [folder]`: one archive that runs on a bare Linux of this machine's kind, without network, registry or
 * Node: the product built, the packages it stands on, this very Node, and what installs it as a service. The same sources
 * and packages give the same bytes.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { billOfMaterials, readLock, shippedPackages } from "./bill.mjs";
import { bundleServer, commands } from "./bundle.mjs";
import { ensureInstalled, refuse, root } from "./install.mjs";

/** Needed to install another package alone. */
const installers = ["prebuild-install"];
/** Within the bundle: its licence counts, its files do not. */
const bundled = ["drizzle-orm"];

/** Of packages that bring far more than is used: what is. */
const used = {
  "better-sqlite3": /^(package\.json|LICENSE|lib(\/.*)?|build|build\/Release|build\/Release\/better_sqlite3\.node)$/,
  "@expo-google-fonts/noto-sans-sc": /^(package\.json|LICENSE.*|(400Regular|600SemiBold)(\/[^/]+\.ttf)?)$/,
};

/** What nothing reads at run time. */
const idle =
  /\.(d\.[cm]?ts|map|md|markdown|flow|tsx?)$|(^|\/)(node_modules|test|tests|benchmark|benchmarks|docs|example|examples|\.github)(\/|$)/;

/** What lies in a release as it lies in the repository. */
const parts = [
  ...["server/dist", "server/bin/beizeng.mjs", "server/deploy", "server/package.json", "db/package.json"],
  ...["db/migrations/sqlite", "seeds/plans", "seeds/plan.schema.json", "seeds/package.json"],
  ...["web/dist", "web/src/styles"],
];

/** The moment that all files bear: of the last change of the sources, so that it does not change the bytes. */
function moment() {
  const { SOURCE_DATE_EPOCH } = process.env;
  if (SOURCE_DATE_EPOCH !== undefined) return SOURCE_DATE_EPOCH;
  const { status, stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], { cwd: root, encoding: "utf8" });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : String(Math.floor(Date.now() / 1000));
}

/** A Node that needs libraries of its own beside it would not run elsewhere. */
function assertWholeNode() {
  const { stdout } = spawnSync("ldd", [process.execPath], { encoding: "utf8" });
  const [own] = /libnode\S*/.exec(stdout ?? "") ?? [];
  if (own === undefined) return;
  refuse(
    `本机的 Node 依赖 ${own}，不能单独带走：请用 nodejs.org 的 Node 打包。 This Node needs ${own} beside it: package with the Node of nodejs.org.`,
  );
}

function build() {
  const { status } = spawnSync("npm", ["run", "build", "-w", "web", "--silent"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) refuse("页面未能生成，原因见上。 The pages could not be built; the reason stands above.");
  return bundleServer(commands);
}

/** What runs here of what is shipped: neither the installers nor what is for other platforms. */
const shippedTo = (rooms) =>
  shippedPackages(readLock(), rooms, (name, place) => installers.includes(name) || !existsSync(join(root, place)));

function copyPackage({ place, name }, release) {
  const folder = join(root, place);
  const isUsed = used[name];
  cpSync(folder, join(release, place), {
    recursive: true,
    filter: (path) => {
      const within = relative(folder, path).replaceAll("\\", "/");
      if (within === "") return true;
      return isUsed === undefined ? !idle.test(within) : isUsed.test(within);
    },
  });
}

/** The texts of a package's licence, as files of its folder. */
const licenceFiles = (folder) => readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));

/** The bill of materials, the list of licences, and their texts in a folder beside it; answers how many packages there are. */
function writeLicences(shipped, release) {
  writeFileSync(join(release, "bill-of-materials.cdx.json"), `${JSON.stringify(billOfMaterials(shipped), null, 2)}\n`);
  const texts = join(release, "licences");
  mkdirSync(texts);
  const rows = shipped.packages.map(({ place, name, version, licence }) => {
    const folder = join(root, place);
    const files = licenceFiles(folder);
    const text = `licences/${name.replace("/", "__")}@${version}.txt`;
    if (files.length === 0) return `| ${name} | ${version} | ${licence} | — |`;
    writeFileSync(join(release, text), files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n\n"));
    return `| ${name} | ${version} | ${licence} | ${text} |`;
  });
  const { node } = process.versions;
  const head = [
    ...["# What this release is made of", ""],
    ...["| package | version | licence | text |", "| --- | --- | --- | --- |"],
    `| Node.js | ${node} | MIT and others | https://github.com/nodejs/node/blob/v${node}/LICENSE |`,
    "| SQLite | in better-sqlite3 | public domain | — |",
  ];
  writeFileSync(join(release, "LICENCES.md"), `${[...head, ...rows].join("\n")}\n`);
  return rows.length;
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function writeSums(release) {
  const lines = filesBelow(release).map((file) => {
    const sum = createHash("sha256").update(readFileSync(file)).digest("hex");
    return `${sum}  ./${relative(release, file)}`;
  });
  writeFileSync(join(release, "SHA256SUMS"), `${lines.join("\n")}\n`);
}

ensureInstalled();
assertWholeNode();
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const name = `beizeng-${version}-${process.platform}-${process.arch}`;
const output = resolve(process.argv[2] ?? join(root, "release"));
const scratch = mkdtempSync(join(tmpdir(), "beizeng-package-"));
try {
  console.log("正在生成…  Building …");
  await build();
  const release = join(scratch, name);
  mkdirSync(join(release, "bin"), { recursive: true });
  for (const part of parts) cpSync(join(root, part), join(release, part), { recursive: true });
  for (const one of shippedTo(["db", "server", "seeds"]).packages) {
    if (!bundled.includes(one.name)) copyPackage(one, release);
  }
  const licences = writeLicences(shippedTo(["db", "server", "seeds", "web"]), release);
  cpSync(process.execPath, join(release, "bin", "node"));
  cpSync(join(root, "server", "bin", "beizeng.sh"), join(release, "beizeng"));
  cpSync(join(root, "server", "deploy", "README.md"), join(release, "README.md"));
  for (const file of ["beizeng", "bin/node"]) chmodSync(join(release, file), 0o755);
  writeSums(release);
  mkdirSync(output, { recursive: true });
  const archive = join(output, `${name}.tar.gz`);
  const order = ["--sort=name", `--mtime=@${moment()}`, "--owner=0", "--group=0", "--numeric-owner", "--format=gnu"];
  execFileSync("tar", [...order, "--mode=u=rwX,go=rX", "-I", "gzip -n -6", "-cf", archive, "-C", scratch, name]);
  const sum = createHash("sha256").update(readFileSync(archive)).digest("hex");
  writeFileSync(`${archive}.sha256`, `${sum}  ${basename(archive)}\n`);
  console.log(
    `${archive}\n${sum}\n${filesBelow(release).length} 个文件，${licences} 个组件的许可。 ${licences} components, listed in LICENCES.md.`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
