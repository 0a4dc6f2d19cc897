import type { paths } from "./schema.d.ts";

type Method = "get";
/** The addresses of the API that can be read. */
export type Address = keyof paths;
type Operation<A extends Address> = paths[A] extends Record<Method, infer O> ? O : never;
/** What an address answers when all is well. */
export type Answer<A extends Address> =
  Operation<A> extends { responses: { 200: { content: { "application/json": infer B } } } } ? B : never;
type Names<O, Place extends string> = O extends { parameters: { [P in Place]?: infer V } }
  ? keyof NonNullable<V>
  : never;
/** Values are the words of the URL as they stand: whether they are allowed is for the server to say. */
type Asked<A extends Address> = {
  readonly path?: { readonly [N in Names<Operation<A>, "path">]: string };
  readonly query?: { readonly [N in Names<Operation<A>, "query">]?: string | undefined };
  readonly signal?: AbortSignal;
};

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

  constructor(status: number, problem: { code?: unknown; message?: unknown; field?: unknown; requestId?: unknown }) {
    super(typeof problem.message === "string" ? problem.message : "");
    this.status = status;
    this.code = typeof problem.code === "string" ? problem.code : status === 0 ? "unreachable" : "unreadable";
    this.field = typeof problem.field === "string" ? problem.field : null;
    this.requestId = typeof problem.requestId === "string" ? problem.requestId : null;
  }
}

/** Writes an address with its path parts and its query, leaving out what is not asked. */
export function addressOf(
  address: string,
  path: Record<string, string> = {},
  query: Record<string, string | undefined> = {},
) {
  const filled = address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const asked = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked)}`;
}

/** Reads an address of the API. Throws a `Refusal` for every answer but 200; an aborted call throws as fetch does. */
export async function call<A extends Address>(address: A, asked: Asked<A> = {}): Promise<Answer<A>> {
  const url = addressOf(address, asked.path, asked.query);
  let response: Response;
  try {
    response = await fetch(url, {
      // The page's own language, so that a refusal is told in it.
      headers: { accept: "application/json", "accept-language": document.documentElement.lang },
      ...(asked.signal && { signal: asked.signal }),
    });
  } catch (error) {
    if (asked.signal?.aborted) throw error;
    throw new Refusal(0, {});
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || body === null)
    throw new Refusal(response.status, typeof body === "object" && body !== null ? body : {});
  // The server's response schema stands behind this: it drops what the document does not promise.
  return body as Answer<A>;
}
