/**
 * Answers about figures change only with the build, the ledger's revision and the day. The three together are the
 * ETag; while they stand, an answer is given again from ready bytes, and "not modified" to whoever has it already.
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerCache, type ReadyAnswer } from "./answer-cache.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** True for a route whose answers depend on nothing but build, revision, day and address. */
    readonly isFigures?: boolean;
  }
  interface FastifyRequest {
    /** The state that an answer about figures is made in. */
    figuresState: string;
  }
}

type Encoding = "br" | "gzip" | "identity";
const compressors = {
  br: (answer: string | Buffer) =>
    promisify(brotliCompress)(answer, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (answer: string | Buffer) => promisify(gzip)(answer, { level: 5 }),
};
const leastBytes = 1024;
const maximumBytes = 64 * 1024 * 1024;

function encodingOf(header: string | string[] | undefined): Encoding {
  if (header === undefined) return "identity";
  const accepted = String(header);
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted) ? "gzip" : "identity";
}

const isKnown = (request: FastifyRequest, tag: string) =>
  request.headers["if-none-match"]?.split(",").some((known) => known.trim() === tag) === true;

const asBytes = (answer: string | Buffer) => (typeof answer === "string" ? Buffer.from(answer) : answer);

/** What a route says of its answer: a file has a type and a name of its own, everything else is JSON. */
function kindOf(reply: FastifyReply): Readonly<Record<string, string>> {
  const file = reply.getHeader("content-disposition");
  if (file === undefined) return { "content-type": "application/json; charset=utf-8" };
  return { "content-type": String(reply.getHeader("content-type")), "content-disposition": String(file) };
}

/** Packed by its own format: to pack it again takes time and spares nothing. */
const isPacked = (kind: Readonly<Record<string, string>>) =>
  /^image\/png$|^application\/(zip|vnd\.openxmlformats-)/.test(kind["content-type"] ?? "");

async function encoded(
  answer: string | Buffer,
  kind: Readonly<Record<string, string>>,
  encoding: Encoding,
  state: string,
): Promise<ReadyAnswer> {
  const isPlain = encoding === "identity" || answer.length < leastBytes || isPacked(kind);
  const body = isPlain ? asBytes(answer) : await compressors[encoding](answer);
  const headers = {
    ...kind,
    "content-length": body.length,
    "cache-control": "private, no-cache",
    vary: "accept-encoding",
    etag: state,
  };
  return { body, headers: isPlain ? headers : { ...headers, "content-encoding": encoding } };
}

/** The headers of "not modified", which repeat what an answer would have said of its keeping. */
const notModifiedHeaders = (state: string) => ({
  etag: state,
  "cache-control": "private, no-cache",
  vary: "accept-encoding",
});

/**
 * Installs the cache; `stateOf` names build, revision and day as an ETag, `headers` go with every response. Call before
 * whatever else is to be asked of a request: an answer that is ready goes past all of it, and past the framework's own
 * sending, which has nothing to add.
 */
export function registerFigures(
  app: FastifyInstance,
  stateOf: () => Promise<string>,
  headers: Readonly<Record<string, string>>,
): void {
  const cache = answerCache(maximumBytes);
  const constantHeaders = Object.entries(headers).flat();
  const isAsked = (request: FastifyRequest) =>
    request.method === "GET" && request.routeOptions.config.isFigures === true;
  const sendReady = (reply: FastifyReply, status: number, own: ReadyAnswer["headers"], body?: Buffer) => {
    const all = constantHeaders.slice();
    for (const name in own) all.push(name, String(own[name]));
    reply.hijack();
    reply.raw.writeHead(status, all).end(body);
  };

  app.decorateRequest("figuresState", "");

  app.addHook("onRequest", async (request, reply) => {
    if (!isAsked(request)) return;
    const state = await stateOf();
    request.figuresState = state;
    cache.stateIs(state);
    const ready = cache.find(`${encodingOf(request.headers["accept-encoding"])} ${request.url}`);
    if (ready === undefined) return;
    if (isKnown(request, state)) sendReady(reply, 304, notModifiedHeaders(state));
    else sendReady(reply, 200, ready.headers, ready.body);
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const isAnswer = typeof payload === "string" || Buffer.isBuffer(payload);
    if (!isAnswer || reply.statusCode !== 200 || !isAsked(request)) return payload;
    const encoding = encodingOf(request.headers["accept-encoding"]);
    const ready = await encoded(payload, kindOf(reply), encoding, request.figuresState);
    cache.keep(request.figuresState, `${encoding} ${request.url}`, ready);
    if (!isKnown(request, request.figuresState)) {
      reply.headers(ready.headers);
      return ready.body;
    }
    reply.code(304).headers(notModifiedHeaders(request.figuresState));
    reply.removeHeader("content-length").removeHeader("content-type").removeHeader("content-disposition");
    return null;
  });
}
