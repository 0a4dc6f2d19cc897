/**
 * The bill of materials (CycloneDX 1.6) of what is shipped: every package that the rooms need to run, by the lock file, with
 * the engine of SQLite and the Node that runs it. Needs no network and no package: npm's own `npm sbom --omit dev` was
 * tried and leaves out every package that the tests need as well, fastify and React among them; @cyclonedx/cyclonedx-npm
 * is complete, at 177 packages of its own. The same lock file gives the same bill.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./install.mjs";

/** The rooms that are shipped; the root's own packages build them where they are started from sources. */
const allRooms = ["", "db", "server", "seeds", "web"];

/** The place in the lock file of a package that another place names, as Node looks for it; null where there is none. */
function placeOf(packages, name, from) {
  const parts = from.split("/node_modules/");
  const folders = [...parts.map((_, above) => parts.slice(0, parts.length - above).join("/node_modules/")), ""];
  const places = folders.map((folder) => `${folder === "" ? "" : `${folder}/`}node_modules/${name}`);
  return places.find((place) => packages[place] !== undefined) ?? null;
}

/** What a package needs beside it: peers that it can do without belong to whoever has them. */
function neededBy({ dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }) {
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers])];
}

const nameOf = (place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/**
 * The packages of a lock file that rooms need to run, by place: name, version, licence as declared, hash (SHA-512, base64),
 * the places that it needs, and whether it is of some platforms only. What `isLeftOut` by its name, or by its place, is not
 * followed further.
 */
export function shippedPackages({ packages }, rooms = allRooms, isLeftOut = () => false) {
  const found = new Map();
  const follow = (from) => {
    const needed = neededBy(packages[from]).map((name) => placeOf(packages, name, from));
    const places = needed.filter(
      (place) => place !== null && packages[place].link !== true && !isLeftOut(nameOf(place), place),
    );
    for (const place of places) {
      if (found.has(place)) continue;
      const { version, license, integrity, optional = false } = packages[place];
      const known = { place, name: nameOf(place), version, licence: license ?? null, integrity, isOptional: optional };
      found.set(place, known);
      known.needs = follow(place);
    }
    return places;
  };
  const direct = rooms.flatMap((room) => follow(room));
  return { direct: [...new Set(direct)], packages: [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1)) };
}

const isExpression = (licence) => / (AND|OR|WITH) /.test(licence);
const licencesOf = (licence) => {
  if (licence === null) return [];
  return [isExpression(licence) ? { expression: licence.replace(/^\((.*)\)$/, "$1") } : { license: { id: licence } }];
};

/** Letters of a hash in the form of a UUID. */
const asUuid = (hash) => {
  const variant = ((Number.parseInt(hash[16], 16) & 3) | 8).toString(16);
  const whole = `${hash.slice(0, 12)}5${hash.slice(13, 16)}${variant}${hash.slice(17, 32)}`;
  return whole.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

/** The version of the engine that better-sqlite3 brings. */
function engineVersion() {
  const Database = createRequire(join(root, "db", "package.json"))("better-sqlite3");
  const database = new Database(":memory:");
  const version = database.prepare("SELECT sqlite_version()").pluck().get();
  database.close();
  return version;
}

/** The lock file that lies here. */
export const readLock = () => JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

/** The bill of materials of what is shipped, as a value; of all rooms and platforms unless a part of it is named. */
export function billOfMaterials(shipped = shippedPackages(readLock())) {
  const lock = readLock();
  const { description } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const product = `pkg:npm/${lock.name}@${lock.version}`;
  const engine = `pkg:generic/sqlite@${engineVersion()}`;
  const node = `pkg:generic/node@${process.versions.node}`;
  // A version can lie in two places; it is one component, with what either place needs.
  const byPurl = new Map();
  const purlOf = ({ name, version }) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const purlAt = new Map(shipped.packages.map((one) => [one.place, purlOf(one)]));
  for (const one of shipped.packages) {
    const purl = purlOf(one);
    const known = byPurl.get(purl);
    const needs = [...(known?.needs ?? []), ...one.needs.map((place) => purlAt.get(place))];
    if (one.name === "better-sqlite3") needs.push(engine);
    byPurl.set(purl, {
      ...one,
      needs: [...new Set(needs)].sort(),
      isOptional: one.isOptional && known?.isOptional !== false,
    });
  }
  const ofRegistry = [...byPurl].map(([purl, { name, version, licence, integrity, isOptional }]) => {
    const [group, short] = name.startsWith("@") ? name.split("/") : [undefined, name];
    return {
      type: "library",
      "bom-ref": purl,
      ...(group === undefined ? {} : { group }),
      name: short,
      version,
      scope: isOptional ? "optional" : "required",
      hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") }],
      licenses: licencesOf(licence),
      purl,
    };
  });
  const others = [
    {
      type: "library",
      "bom-ref": engine,
      name: "sqlite",
      version: engine.split("@")[1],
      purl: engine,
      licenses: [{ license: { name: "Public Domain" } }],
    },
    {
      type: "platform",
      "bom-ref": node,
      name: "node",
      version: process.versions.node,
      purl: node,
      licenses: [{ license: { id: "MIT" } }],
    },
  ];
  const components = [...others, ...ofRegistry];
  const dependencies = [
    { ref: product, dependsOn: [...new Set([node, ...shipped.direct.map((place) => purlAt.get(place))])].sort() },
    ...others.map((one) => ({ ref: one["bom-ref"], dependsOn: [] })),
    ...[...byPurl].map(([ref, { needs }]) => ({ ref, dependsOn: needs })),
  ];
  const hash = createHash("sha256")
    .update(JSON.stringify([components, dependencies]))
    .digest("hex");
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${asUuid(hash)}`,
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": product,
        name: lock.name,
        version: lock.version,
        description,
        purl: product,
      },
    },
    components,
    dependencies,
  };
}
