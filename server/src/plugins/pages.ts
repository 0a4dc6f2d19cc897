/** The built pages: hashed assets are kept for good, everything else is asked for again. */
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import files from "@fastify/static";
import type { FastifyInstance } from "fastify";

const aYear = "public, max-age=31536000, immutable";

/** Serves the folder of the built pages: as they were compressed when they were built, the few others on the way. */
export async function registerPages(app: FastifyInstance, root: string): Promise<void> {
  await app.register(files, {
    root,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      response.setHeader("cache-control", /[\\/]assets[\\/]/.test(path) ? aYear : "no-cache");
      response.setHeader("vary", "accept-encoding");
    },
  });
}

/** Compresses what is not compressed already, from 1 KB on. */
export async function registerCompression(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    threshold: 1024,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
}
