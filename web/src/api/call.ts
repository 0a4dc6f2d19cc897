import type { paths } from "./schema.d.ts";

type Write = "post" | "put" | "delete";
type Method = "get" | Write;
/** The addresses of the API that can be read. */
type Address = keyof paths;
type Operation<A extends Address, M extends Method> = paths[A] extends Record<M, infer O> ? O : never;
/** The addresses of the API that take a method. */
type AddressOf<M extends Method> = { [A in Address]: [Operation<A, M>] extends [never] ? never : A }[Address];
/** What an address answers when all is well. */
export type Answer<A extends Address, M extends Method = "get"> =
  Operation<A, M> extends { responses: { 200: { content: { "application/json": infer B } } } } ? B : never;
type Names<O, Place extends string> = O extends { parameters: { [P in Place]?: infer V } }
  ? keyof NonNullable<V>
  : never;
/** A word of a query, or several under one name. */
type Asking = string | readonly string[] | undefined;
/** Values are the words of the URL as they stand: whether they are allowed is for the server to say. */
type Asked<A extends Address, M extends Method> = {
  readonly path?: { readonly [N in Names<Operation<A, M>, "path">]: string };
  readonly query?: { readonly [N in Names<Operation<A, M>, "query">]?: Asking };
  readonly signal?: AbortSignal;
};
type Body<O> = O extends { requestBody: { content: { "application/json": infer B } } }
  ? { readonly body: B }
  : O extends { requestBody: { content: { "application/octet-stream": unknown } } }
    ? { readonly body: Blob }
    : { readonly body?: never };
/** A write and, where doing it twice would matter, the key that makes a second try the same as the first. */
type Sent<A extends Address, M extends Write> = Asked<A, M> &
  Body<Operation<A, M>> & { readonly idempotencyKey?: string };

/**
 * An answer that is not the one asked for. `status` is 0 when no answer came; `code` and `message` are the server's
 * own words where it had any; `requestId` finds the request in the server's log.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  readonly requestId: string | null;
  /** The whole answer, for the few refusals that carry more, such as the line that stands. */
  readonly answer: object;

  constructor(status: number, problem: { code?: unknown; message?: unknown; field?: unknown; requestId?: unknown }) {
    super(typeof problem.message === "string" ? problem.message : "");
    this.status = status;
    this.code = typeof problem.code === "string" ? problem.code : status === 0 ? "unreachable" : "unreadable";
    this.field = typeof problem.field === "string" ? problem.field : null;
    this.requestId = typeof problem.requestId === "string" ? problem.requestId : null;
    this.answer = problem;
  }
}

/** Writes an address with its path parts and its query, leaving out what is not asked. */
export function addressOf(address: string, path: Record<string, string> = {}, query: Record<string, Asking> = {}) {
  const filled = address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked)}`;
}

/** What is asked of an address, with its headers. */
type Request = RequestInit & { readonly headers: Record<string, string> };

/** Asks once more who is there; true once that was shown. */
type Ask = () => Promise<boolean>;
let ask: Ask | null = null;

/** Says who asks again who is there, where an answer wants it before anything is done; answers how to leave off. */
export function onReauthentication(asking: Ask): () => void {
  ask = asking;
  return () => {
    ask = null;
  };
}

/** Asks; throws a `Refusal` when no answer comes; an aborted call throws as fetch does. */
async function fetched(url: string, asked: Request): Promise<Response> {
  try {
    return await fetch(url, {
      ...asked,
      // The page's own language, so that a refusal is told in it.
      headers: { accept: "application/json", "accept-language": document.documentElement.lang, ...asked.headers },
    });
  } catch (error) {
    if (asked.signal?.aborted) throw error;
    throw new Refusal(0, {});
  }
}

/** Why an answer is not the file that was asked for. */
async function refusalOf(response: Response): Promise<Refusal> {
  const problem: unknown = await response.json().catch(() => null);
  return new Refusal(response.status, typeof problem === "object" && problem !== null ? problem : {});
}

/**
 * Asks; throws a `Refusal` for every answer but a good one. What was refused until it is shown again who is there is asked
 * once more after that, as it was.
 */
async function responseTo(url: string, asked: Request): Promise<Response> {
  const response = await fetched(url, asked);
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  if (refusal.code === "reauthentication-needed" && (await ask?.())) return responseTo(url, asked);
  throw refusal;
}

/** Asks and answers the body; throws a `Refusal` for every answer but 200. */
async function answerTo(url: string, asked: Request) {
  const response = await responseTo(url, asked);
  const body: unknown = await response.json().catch(() => null);
  if (body === null) throw new Refusal(response.status, {});
  return body;
}

/** Reads an address of the API. Throws a `Refusal` for every answer but 200; an aborted call throws as fetch does. */
export async function call<A extends AddressOf<"get">>(address: A, asked: Asked<A, "get"> = {}): Promise<Answer<A>> {
  const { path, query, signal } = asked;
  const body = await answerTo(addressOf(address, path, query), { headers: {}, ...(signal && { signal }) });
  // The server's response schema stands behind this: it drops what the document does not promise.
  return body as Answer<A>;
}

/** Writes to an address of the API: JSON, or a file as it is. Throws as `call` does. */
export async function send<M extends Write, A extends AddressOf<M>>(
  method: M,
  address: A,
  sent: Sent<A, M>,
): Promise<Answer<A, M>> {
  const { path, query, signal, body, idempotencyKey } = sent;
  const isFile = body instanceof Blob;
  const headers: Record<string, string> = {
    ...(body !== undefined && { "content-type": isFile ? "application/octet-stream" : "application/json" }),
    ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  };
  const answer = await answerTo(addressOf(address, path, query), {
    method: method.toUpperCase(),
    headers,
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  // As above.
  return answer as Answer<A, M>;
}

/** The name that an answer gives its file, null where it gives none. */
function nameOf({ headers }: Response): string | null {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(headers.get("content-disposition") ?? "") ?? [];
  return name === undefined ? null : decodeURIComponent(name);
}

/** Reads a file of the API with the name that it goes by. Throws as `call` does. */
export async function callForFile<A extends AddressOf<"get">>(
  address: A,
  { path, query, signal }: Asked<A, "get">,
): Promise<{ readonly bytes: Blob; readonly name: string }> {
  const url = addressOf(address, path, query);
  const response = await responseTo(url, { headers: {}, ...(signal && { signal }) });
  const name = nameOf(response);
  if (name === null) throw new Refusal(response.status, {});
  return { bytes: await response.blob(), name };
}

const octets = { "content-type": "application/octet-stream" };

/** Sends a file to an address of the API that answers a file. Throws as `call` does. */
export async function sendForFile<A extends AddressOf<"post">>(
  address: A,
  { path, query, body }: Asked<A, "post"> & { readonly body: Blob },
): Promise<Blob> {
  const response = await responseTo(addressOf(address, path, query), { method: "POST", headers: octets, body });
  return response.blob();
}
