/** What is shipped is known: each package in the bill of materials, under a licence that lets the county run it. TRUST S12. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { billOfMaterials, shippedPackages } from "../../../server/bin/bill.mjs";
import { root } from "../../../server/bin/install.mjs";
import { judgeAudit } from "../../advisories.mjs";

interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl: string;
  readonly scope?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly {
    readonly expression?: string;
    readonly license?: { readonly id?: string; readonly name?: string };
  }[];
}
const bill = billOfMaterials();
const components = bill.components as readonly Component[];
const nameOf = ({ group, name }: Component) => (group === undefined ? name : `${group}/${name}`);

/** Licences under which anything may be shipped: they ask for their text alone. */
const free = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "BlueOak-1.0.0", "Unlicense"];
/** Licences that ask for more, each with what is shipped under it, unchanged. */
const others: Readonly<Record<string, readonly string[]>> = {
  // Fonts, which may be served but not sold by themselves.
  "OFL-1.1": ["@fontsource-variable/noto-sans-sc", "@expo-google-fonts/noto-sans-sc"],
  // Its files stay open, those beside them do not have to; not one of them is changed.
  "MPL-2.0": ["@resvg/resvg-wasm"],
  "Public Domain": ["sqlite"],
};
const isTaken = (licence: string, name: string) => free.includes(licence) || others[licence]?.includes(name) === true;

/** True where an expression leaves a way that is taken: all of AND, one of OR; nothing else is understood. */
function isAllowed(expression: string, name: string): boolean {
  if (/[()]| WITH /.test(expression)) return false;
  return expression.split(" OR ").some((way) => way.split(" AND ").every((licence) => isTaken(licence, name)));
}
const licenceOf = ({ licenses: [one] }: Component) => one?.expression ?? one?.license?.id ?? one?.license?.name ?? "";

describe("the bill of materials", () => {
  test("has every package that the rooms' own lists name, and what the server loads", () => {
    const named = ["db", "server", "seeds", "web"].flatMap((room) => {
      const { dependencies } = JSON.parse(readFileSync(join(root, room, "package.json"), "utf8"));
      return Object.entries<string>(dependencies).filter(([name]) => !name.startsWith("@beizeng/"));
    });
    const known = components.map((component) => `${nameOf(component)}@${component.version}`);
    for (const [name, version] of named) expect(known).toContain(`${name}@${version}`);
    for (const deeper of ["pino", "find-my-way", "pg-protocol", "helmet", "oauth4webapi", "scheduler", "bindings"]) {
      expect(components.map(nameOf)).toContain(deeper);
    }
    expect(components.map(nameOf)).toEqual(expect.arrayContaining(["sqlite", "node"]));
  });

  test("has what tests and builds need only nowhere", () => {
    const names = components.map(nameOf);
    for (const one of ["vitest", "vite", "typescript", "playwright-core", "@biomejs/biome", "knip", "happy-dom"]) {
      expect(names).not.toContain(one);
    }
  });

  test("is well-formed: one component of a kind, each with version, address and hash, needing what is in the bill", () => {
    expect([bill.bomFormat, bill.specVersion]).toEqual(["CycloneDX", "1.6"]);
    expect(bill.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const refs = components.map((component) => component["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    for (const component of components) {
      expect(component.purl).toBe(component["bom-ref"]);
      if (component.purl.startsWith("pkg:generic/")) continue;
      expect(component.purl).toBe(`pkg:npm/${nameOf(component).replace("@", "%40")}@${component.version}`);
      expect(component.hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
    }
    const known = [...refs, bill.metadata.component["bom-ref"]];
    expect(bill.dependencies.map(({ ref }) => ref).toSorted()).toEqual(known.toSorted());
    for (const { dependsOn } of bill.dependencies) {
      for (const ref of dependsOn) expect(refs).toContain(ref);
    }
  });

  test("names the versions that are installed, and is the same each time", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
    for (const { place, version, isOptional } of shippedPackages(lock).packages) {
      const file = join(root, place, "package.json");
      if (isOptional && !existsSync(file)) continue;
      expect([place, JSON.parse(readFileSync(file, "utf8")).version]).toEqual([place, version]);
    }
    expect(billOfMaterials()).toEqual(bill);
  });

  test("finds a package where Node does: the nearest", () => {
    const at = (version: string, dependencies = {}) => ({
      version,
      license: "MIT",
      integrity: "sha512-AA==",
      dependencies,
    });
    const packages = {
      "": { dependencies: {} },
      ...{ db: { dependencies: { a: "1" } }, server: { dependencies: { a: "1", b: "1" } }, seeds: {}, web: {} },
      "node_modules/a": at("1", { b: "2" }),
      "node_modules/a/node_modules/b": at("2", { c: "1" }),
      "node_modules/b": at("1"),
      "node_modules/c": at("1", { a: "1" }),
      "node_modules/d": at("1"),
      "server/node_modules/a": at("3"),
    };
    const found = shippedPackages({ packages }).packages.map(({ place, needs }) => [place, needs]);
    expect(found).toEqual([
      ["node_modules/a", ["node_modules/a/node_modules/b"]],
      ["node_modules/a/node_modules/b", ["node_modules/c"]],
      ["node_modules/b", []],
      ["node_modules/c", ["node_modules/a"]],
      ["server/node_modules/a", []],
    ]);
  });
});

describe("licences", () => {
  test("of all that is shipped are on the list of those that are taken", () => {
    const refused = components.filter((component) => !isAllowed(licenceOf(component), nameOf(component)));
    expect(refused.map((component) => [nameOf(component), licenceOf(component)])).toEqual([]);
  });

  test.each([
    ["MIT", "x", true],
    ["MIT OR WTFPL", "x", true],
    ["MIT AND OFL-1.1", "x", false],
    ["MIT AND OFL-1.1", "@expo-google-fonts/noto-sans-sc", true],
    ["GPL-3.0-only", "x", false],
    ["MIT AND GPL-3.0-only", "x", false],
    ["GPL-2.0-only WITH Classpath-exception-2.0", "x", false],
    ["MPL-2.0", "x", false],
    ["", "x", false],
  ] as const)("%s of %s: %s", (licence, name, allowed) => {
    expect(isAllowed(licence, name)).toBe(allowed);
  });
});

describe("what the audit service says", () => {
  const answer = (vulnerabilities: object) =>
    JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: { total: 1 } } });
  test.each([
    ["nothing known", answer({}), "clear"],
    ["a low one", answer({ x: { name: "x", severity: "low" } }), "clear"],
    ["a high one", answer({ x: { name: "x", severity: "high" } }), "found"],
    ["a critical one", answer({ x: { name: "x", severity: "critical" } }), "found"],
    ["no service", JSON.stringify({ message: "405 Method Not Allowed", error: { summary: "" } }), "unchecked"],
    ["nothing at all", "", "unchecked"],
    ["a page of a proxy", "<html>", "unchecked"],
    ["null", "null", "unchecked"],
  ])("%s", (_what, said, state) => {
    expect(judgeAudit(said).state).toBe(state);
  });
});
