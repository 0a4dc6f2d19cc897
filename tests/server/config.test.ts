import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@beizeng/server/config.ts";
import { ConfigError } from "@beizeng/server/config-error.ts";
import { afterAll, describe, expect, test } from "vitest";

const read = (mode: string | undefined, environment: Record<string, string> = {}) =>
  readConfig(mode, environment, "/srv");

describe("what is served where", () => {
  test("the demonstration on loopback, in a file of its own", () => {
    expect(read("demo")).toEqual({
      metricsToken: null,
      scan: null,
      kind: "demonstration",
      host: "127.0.0.1",
      port: 3000,
      dataDirectory: "/srv/data",
      file: "/srv/data/demonstration.sqlite",
      entrance: { publicUrl: null, trustedProxies: [], identityProvider: null },
    });
  });

  test("a production workspace where the environment says", () => {
    expect(read("serve", { PORT: "8080", HOST: "0.0.0.0", DATA_DIR: "/var/lib/beizeng" })).toEqual({
      metricsToken: null,
      scan: null,
      kind: "production",
      host: "0.0.0.0",
      port: 8080,
      dataDirectory: "/var/lib/beizeng",
      file: "/var/lib/beizeng/production.sqlite",
      entrance: { publicUrl: null, trustedProxies: [], identityProvider: null },
    });
  });

  test.each([
    ["https://beizeng.example.cn", "127.0.0.1", "https://beizeng.example.cn", ["127.0.0.1"]],
    ["https://beizeng.example.cn:8443/", "10.1.0.0/16, ::1", "https://beizeng.example.cn:8443", ["10.1.0.0/16", "::1"]],
    ["http://10.1.2.3:3000", undefined, "http://10.1.2.3:3000", []],
  ] as const)("reached as %s by way of %s", (PUBLIC_URL, TRUST_PROXY, publicUrl, trustedProxies) => {
    const environment = { PUBLIC_URL, ...(TRUST_PROXY && { TRUST_PROXY }) };
    expect(read("serve", environment).entrance).toEqual({ publicUrl, trustedProxies, identityProvider: null });
  });

  test.each(["127.0.0.1", "localhost", "::1", "127.1.2.3"])("the demonstration may listen on %s", (host) => {
    expect(read("demo", { HOST: host }).host).toBe(host);
  });
});

describe("single sign-on", () => {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-config-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (name: string, text: string, mode = 0o640) => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode });
    chmodSync(file, mode);
    return file;
  };
  const whole = () => ({
    PUBLIC_URL: "http://beizeng.example.cn",
    OIDC_ISSUER: "https://sso.example.cn/realms/county",
    OIDC_CLIENT_ID: "beizeng",
    OIDC_CLIENT_SECRET_FILE: fileOf("secret", " a secret \n"),
  });
  const settings = { issuer: "https://sso.example.cn/realms/county", clientId: "beizeng", clientSecret: "a secret" };

  test("is read with its secret, by the claim sub or another", () => {
    expect(read("serve", whole()).entrance.identityProvider).toEqual({ ...settings, subjectClaim: "sub" });
    const other = { ...whole(), OIDC_SUBJECT_CLAIM: "preferred_username" };
    expect(read("serve", other).entrance.identityProvider?.subjectClaim).toBe("preferred_username");
  });

  test.each<[string, () => Record<string, string | undefined>, string]>([
    ["serve", () => ({ OIDC_ISSUER: undefined }), "OIDC_ISSUER"],
    ["serve", () => ({ OIDC_CLIENT_ID: undefined }), "OIDC_CLIENT_ID"],
    ["serve", () => ({ OIDC_CLIENT_ID: " " }), "OIDC_CLIENT_ID"],
    ["serve", () => ({ OIDC_CLIENT_SECRET_FILE: undefined }), "OIDC_CLIENT_SECRET_FILE"],
    ["serve", () => ({ OIDC_CLIENT_SECRET_FILE: join(folder, "none") }), "OIDC_CLIENT_SECRET_FILE"],
    ["serve", () => ({ OIDC_CLIENT_SECRET_FILE: fileOf("empty", "\n") }), "OIDC_CLIENT_SECRET_FILE"],
    ["serve", () => ({ OIDC_CLIENT_SECRET_FILE: fileOf("open", "a secret", 0o644) }), "OIDC_CLIENT_SECRET_FILE"],
    ["serve", () => ({ OIDC_ISSUER: "sso.example.cn" }), "OIDC_ISSUER"],
    ["serve", () => ({ OIDC_ISSUER: "http://sso.example.cn" }), "OIDC_ISSUER"],
    ["serve", () => ({ OIDC_ISSUER: "https://sso.example.cn/?a=b" }), "OIDC_ISSUER"],
    ["serve", () => ({ OIDC_SUBJECT_CLAIM: "" }), "OIDC_SUBJECT_CLAIM"],
    ["serve", () => ({ PUBLIC_URL: undefined }), "PUBLIC_URL"],
    ["demo", () => ({ PUBLIC_URL: undefined }), "OIDC_ISSUER"],
  ])("%s with less or worse is refused: %#", (mode, change, name) => {
    const said = { ...whole(), ...change() };
    const environment = Object.fromEntries(
      Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    expect(() => read(mode, environment)).toThrow(ConfigError);
    expect(() => read(mode, environment)).toThrow(name);
  });
});

describe("a value that cannot be used is refused by name, in both languages", () => {
  test.each<[string | undefined, Record<string, string>, string]>([
    [undefined, {}, "demo"],
    ["production", {}, "production"],
    ["toString", {}, "demo"],
    ["demo", { PORT: "http" }, "PORT"],
    ["demo", { PORT: "" }, "PORT"],
    ["demo", { PORT: "65536" }, "PORT"],
    ["demo", { PORT: "-1" }, "PORT"],
    ["demo", { PORT: "3000.5" }, "PORT"],
    ["serve", { HOST: "" }, "HOST"],
    ["serve", { HOST: "a host" }, "HOST"],
    ["serve", { DATA_DIR: "  " }, "DATA_DIR"],
    ["demo", { HOST: "0.0.0.0" }, "HOST"],
    ["demo", { HOST: "192.168.1.5" }, "HOST"],
    ["demo", { HOST: "127.0.0.1.example.org" }, "HOST"],
    ["serve", { PUBLIC_URL: "" }, "PUBLIC_URL"],
    ["serve", { PUBLIC_URL: "beizeng.example.cn" }, "PUBLIC_URL"],
    ["serve", { PUBLIC_URL: "ftp://beizeng.example.cn" }, "PUBLIC_URL"],
    ["serve", { PUBLIC_URL: "http://beizeng.example.cn/ledger" }, "PUBLIC_URL"],
    ["serve", { PUBLIC_URL: "http://beizeng.example.cn?a=b" }, "PUBLIC_URL"],
    ["serve", { PUBLIC_URL: "http://somebody@beizeng.example.cn" }, "PUBLIC_URL"],
    ["demo", { PUBLIC_URL: "http://beizeng.example.cn" }, "PUBLIC_URL"],
    ["serve", { PUBLIC_URL: "https://beizeng.example.cn" }, "TRUST_PROXY"],
    ["serve", { TRUST_PROXY: "" }, "TRUST_PROXY"],
    ["serve", { TRUST_PROXY: "yes" }, "TRUST_PROXY"],
    ["serve", { TRUST_PROXY: "10.0.0.1," }, "TRUST_PROXY"],
    ["serve", { TRUST_PROXY: "0.0.0.0/0" }, "TRUST_PROXY"],
    ["serve", { TRUST_PROXY: "10.0.0.0/33" }, "TRUST_PROXY"],
  ])("%s %j", (mode, environment, name) => {
    expect(() => read(mode, environment)).toThrow(ConfigError);
    expect(() => read(mode, environment)).toThrow(name);
  });
});
