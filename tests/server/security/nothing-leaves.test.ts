/**
 * Nothing leaves the building: no request makes the server connect to anybody, and its pages may ask nobody else. TRUST S11.
 * The product as a process is watched the same way in every browser test (`e2e/processes.ts`), its pages by `helpers/browser.ts`,
 * and `npm run soak -- S11` has both run with the network cut.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchConnections } from "../../helpers/connections.mjs";
import { allRoutes, goodRequest } from "../../id-swaps/good-requests.ts";
import { openOffice } from "../../id-swaps/ledger.ts";

test("no good request of any route makes the server connect to anybody, or look up a name", async () => {
  const office = await openOffice(false, "everything");
  const connected: string[] = [];
  const stop = watchConnections((target: string) => connected.push(target));
  const answers: number[] = [];
  for (const [number, route] of allRoutes.entries()) {
    const { method, url, headers, payload } = goodRequest(office, route, number);
    const body = payload === undefined ? {} : { payload };
    const { statusCode } = await office.opened.app.inject({ method, url, headers, ...body });
    if (statusCode === 200) answers.push(statusCode);
  }
  stop();
  await office.dispose();
  expect(connected).toEqual([]);
  expect(answers.length).toBeGreaterThan(allRoutes.length / 2);
});

test("pages may load and ask nothing but what is served from here", async () => {
  const office = await openOffice(false, "everything");
  const { headers } = await office.opened.app.inject({ url: "/api/health" });
  await office.dispose();
  const sources = String(headers["content-security-policy"])
    .split(";")
    .flatMap((directive) => directive.trim().split(" ").slice(1));
  expect([...new Set(sources)].toSorted()).toEqual(["'none'", "'self'", "data:"]);
});

test("the watch itself notes sockets, requests, datagrams and names, in threads too, and lets listening be", () => {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-watch-"));
  const [program, noted] = [join(folder, "program.mjs"), join(folder, "noted")];
  writeFileSync(
    program,
    `
    import { createSocket } from "node:dgram";
    import { lookup } from "node:dns";
    import { once } from "node:events";
    import { createConnection, createServer } from "node:net";
    import { Worker } from "node:worker_threads";
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    server.close();
    new Worker(new URL("thread.mjs", import.meta.url));
    createConnection({ host: "127.0.0.3", port: 9 }).on("error", () => {});
    createConnection("/nowhere/at/all").on("error", () => {});
    await fetch("http://127.0.0.4:8999").catch(() => {});
    lookup("a.invalid", () => {});
    const datagram = createSocket("udp4");
    datagram.send("x", 9, "127.0.0.5", () => datagram.close());
  `,
  );
  writeFileSync(
    join(folder, "thread.mjs"),
    'import net from "node:net"; net.connect(9, "127.0.0.2").on("error", () => undefined);',
  );
  const watch = new URL("../../helpers/connections.mjs", import.meta.url).href;
  const environment = { ...process.env, NOTED_CONNECTIONS: noted, NODE_OPTIONS: `--import=${watch}` };
  const run = (below: string) => {
    const options = { env: { ...environment, NOTED_BELOW: below }, encoding: "utf8" } as const;
    const { status, stderr } = spawnSync(process.execPath, [program], options);
    return [status, stderr];
  };
  expect(run("/elsewhere/")).toEqual([0, ""]);
  const ofThread = "127.0.0.2:9";
  expect(readFileSync(noted, "utf8").trim()).toBe(ofThread);
  rmSync(noted);
  expect(run(folder)).toEqual([0, ""]);
  // A datagram that waits for its socket is sent twice, as Node sees it.
  const lines = [...new Set(readFileSync(noted, "utf8").trim().split("\n"))].toSorted();
  rmSync(folder, { recursive: true });
  expect(lines).toEqual([ofThread, "127.0.0.3:9", "127.0.0.4:8999", "datagram 9,127.0.0.5", "name a.invalid"]);
});
