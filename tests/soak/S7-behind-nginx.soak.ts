/**
 * The product behind nginx with TLS, by the example of server/deploy with ports and a certificate of its own: real
 * requests and a real browser. Needs nginx, openssl and Chromium (Debian: apt-get install -y nginx openssl chromium).
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request as plainRequest } from "node:http";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { problemOf } from "@beizeng/server/problems.ts";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endCommand, type Started, startCommand } from "../e2e/processes.ts";
import { addressIn } from "../e2e/product-address.ts";
import { codeOf, goodPassword } from "../helpers/people.ts";

const host = "beizeng.example.cn";
const folder = mkdtempSync(join(tmpdir(), "beizeng-nginx-"));
const configuration = join(folder, "nginx.conf");
let ports: { plain: number; tls: number; product: number };
let certificate: Buffer;
let product: Started;
let nginx: ReturnType<typeof spawn>;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The example with what a machine of its own would change. */
function writeConfiguration(): void {
  const example = readFileSync(new URL("../../server/deploy/beizeng.conf", import.meta.url), "utf8");
  const own = example
    .replace("listen 80;", `listen 127.0.0.1:${ports.plain};`)
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${ports.tls} ssl http2;`)
    .replaceAll("/etc/nginx/tls/", `${folder}/`)
    .replace("127.0.0.1:3000", `127.0.0.1:${ports.product}`);
  writeFileSync(join(folder, "beizeng.conf"), own);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/temporary/${name};`,
  );
  mkdirSync(join(folder, "temporary"));
  writeFileSync(
    configuration,
    `daemon off;\npid ${folder}/nginx.pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary.join("\n")}\ninclude ${folder}/beizeng.conf;\n}\n`,
  );
}

beforeAll(async () => {
  ports = { plain: await freePort(), tls: await freePort(), product: await freePort() };
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", join(folder, "beizeng.key")];
  const name = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
  execFileSync("openssl", ["req", "-x509", ...key, "-out", join(folder, "beizeng.crt"), "-days", "2", ...name], {
    stdio: "ignore",
  });
  certificate = readFileSync(join(folder, "beizeng.crt"));
  writeConfiguration();
  product = startCommand("serve", {
    HOST: "127.0.0.1",
    PORT: String(ports.product),
    DATA_DIR: join(folder, "data"),
    PUBLIC_URL: `https://${host}:${ports.tls}`,
    TRUST_PROXY: "127.0.0.1",
  });
  nginx = spawn("nginx", ["-c", configuration, "-e", join(folder, "error.log")], { stdio: "ignore" });
  while (addressIn(product.said()) === null || !product.said().includes("set-up code")) {
    if (product.process.exitCode !== null) throw new Error(product.said());
    await wait(100);
  }
}, 240_000);
afterAll(async () => {
  nginx.kill("SIGTERM");
  await new Promise((resolve) => nginx.once("close", resolve));
  await endCommand(product);
  rmSync(folder, { recursive: true });
});

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A caller by TLS, who keeps the cookie and trusts this certificate alone. */
function caller() {
  let cookie = "";
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const answered = await new Promise<Answered>((resolve, reject) => {
      const asked = request(
        {
          ...{ host: "127.0.0.1", port: ports.tls, servername: host, ca: certificate, method, path },
          headers: {
            host: `${host}:${ports.tls}`,
            origin: `https://${host}:${ports.tls}`,
            ...(cookie && { cookie }),
            ...(payload && { "content-type": "application/json" }),
            ...headers,
          },
        },
        (response) => {
          const parts: Uint8Array[] = [];
          response.on("data", (part: Uint8Array) => parts.push(part));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
          );
        },
      );
      asked.on("error", reject).end(payload);
    });
    cookie = answered.headers["set-cookie"]?.at(-1)?.split(";", 1)[0] ?? cookie;
    return answered;
  };
}
const said = ({ body }: Answered) => JSON.parse(body.toString());

const administrator = caller();
const leader = caller();

it("nginx takes the example", () => {
  const { status, stderr } = spawnSync("nginx", ["-t", "-c", configuration], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, expect.stringContaining("test is successful")]);
});

it("plain http is sent to https", async () => {
  const location = await new Promise((resolve, reject) => {
    plainRequest(
      { host: "127.0.0.1", port: ports.plain, path: "/overview?plan=a", headers: { host } },
      ({ statusCode, headers }) => resolve([statusCode, headers.location]),
    )
      .on("error", reject)
      .end();
  });
  expect(location).toEqual([301, `https://${host}/overview?plan=a`]);
});

it("people sign in, by a cookie that is bound to host and TLS", async () => {
  const [code = ""] = /(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}/.exec(product.said()) ?? [];
  const first = { code, account: "guanli", name: "管理员", password: goodPassword };
  expect((await administrator("POST", "/api/set-up", first)).status).toBe(200);
  const signedIn = await administrator("POST", "/api/session", { account: "guanli", password: goodPassword });
  expect([signedIn.status, signedIn.headers["set-cookie"]]).toEqual([
    200,
    [expect.stringMatching(/^__Host-beizeng=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)],
  ]);
  expect(signedIn.headers["strict-transport-security"]).toBe("max-age=31536000");
  expect(signedIn.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  const factor = "/api/session/second-factor";
  const { secret } = said(await administrator("POST", `${factor}/secret`, {}));
  const given = await administrator("PUT", factor, { code: codeOf(secret, new Date().toISOString()) });
  expect(said(given)).toMatchObject({ step: null });
  const person = { account: "lingdao", name: "领导甲", role: "leader", departments: [], singleSignOnSubject: null };
  const { password } = said(await administrator("POST", "/api/accounts", person));
  expect((await leader("POST", "/api/session", { account: "lingdao", password })).status).toBe(200);
  const change = { standing: password, password: goodPassword };
  expect(said(await leader("PUT", "/api/session/password", change))).toMatchObject({ step: null });
});

it("figures come compressed and with their mark, and are not sent again to who has them", async () => {
  const figures = "/api/plans/gaoping-2022/progress?month=2022-09&horizon=2022-12";
  const first = await leader("GET", figures, undefined, { "accept-encoding": "br" });
  expect([first.status, first.headers["content-encoding"]]).toEqual([200, "br"]);
  const { etag = "" } = first.headers;
  expect(etag).toMatch(/^W\/".+"$/);
  const again = await leader("GET", figures, undefined, { "accept-encoding": "br", "if-none-match": etag });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
});

it("what is too large is refused by the product's own sentence", async () => {
  const answered = await leader("POST", "/api/session", { account: "a", password: "x".repeat(5_300_000) });
  const { message } = problemOf({ code: "body-too-large" }, "zh");
  expect([answered.status, said(answered)]).toEqual([413, { code: "body-too-large", message }]);
  expect(answered.headers["strict-transport-security"]).toBe("max-age=31536000");
});

it("a write that another site has the browser send is refused", async () => {
  const answered = await leader("DELETE", "/api/session", undefined, { origin: "https://elsewhere.example" });
  expect([answered.status, said(answered).code]).toEqual([403, "foreign-request"]);
});

it("a browser holds the session, on a page without a fault", async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", `--host-resolver-rules=MAP ${host} 127.0.0.1`],
  });
  const context = await browser.newContext({ baseURL: `https://${host}:${ports.tls}`, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto("/sign-in?lang=zh-CN");
  await page.getByLabel("账号", { exact: true }).fill("lingdao");
  await page.getByLabel("密码", { exact: true }).fill(goodPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.locator(".session-known").waitFor();
  expect(await context.cookies()).toMatchObject([
    { name: "__Host-beizeng", path: "/", secure: true, httpOnly: true, sameSite: "Strict" },
  ]);
  await page.reload();
  await page.locator(".session-known").waitFor();
  expect(faults).toEqual([]);
  await browser.close();
});

it("who says to come from elsewhere is counted where nginx has seen them", async () => {
  const stranger = caller();
  const statuses: number[] = [];
  for (let time = 0; time < 31; time += 1) {
    const typed = { account: `name${time}`, password: "Wrong-7788" };
    const headers = { "x-forwarded-for": `192.0.2.${time}` };
    statuses.push((await stranger("POST", "/api/session", typed, headers)).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429]);
});
