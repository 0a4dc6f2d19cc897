/** An identity provider of the tests: discovery, keys, authorization and tokens as OpenID Connect asks, and every lie one by one. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { IdentityProviderSettings } from "@beizeng/server/entrance.ts";

/** How the provider answers next; what is null or false is as it should be. */
interface Answering {
  subject: string;
  nonce: string | null;
  issuer: string | null;
  audience: string | null;
  /** Seconds from now. */
  expiresIn: number;
  isSignedByAnother: boolean;
  /** An error that takes the place of a code. */
  error: string | null;
  /** Who says to be the provider in the address that leads back. */
  returnIssuer: string | null;
  /** True where a code can be used again. */
  isForgetful: boolean;
  claims: Record<string, unknown>;
}

const asItShould: Answering = {
  subject: "county-7788",
  nonce: null,
  issuer: null,
  audience: null,
  expiresIn: 300,
  isSignedByAnother: false,
  error: null,
  returnIssuer: null,
  isForgetful: false,
  claims: {},
};

const [own, another] = [0, 1].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }));
const clientId = "beizeng";
const clientSecret = "a secret of the tests";
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

interface Code {
  readonly challenge: string;
  readonly nonce: string;
  readonly returnTo: string;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

/** Starts the provider on a port that the system gives; `answering` is changed by the tests, `reset` makes it honest. */
export async function startMockProvider() {
  const codes = new Map<string, Code>();
  const answering: Answering = { ...asItShould };
  let issuer = "";

  const tokenOf = ({ nonce }: Code): string => {
    const key = answering.isSignedByAnother ? another : own;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: answering.issuer ?? issuer,
      aud: answering.audience ?? clientId,
      sub: answering.subject,
      nonce: answering.nonce ?? nonce,
      iat: now + answering.expiresIn - 300,
      exp: now + answering.expiresIn,
      ...answering.claims,
    };
    const signed = `${base64({ alg: "RS256", kid: "1", typ: "JWT" })}.${base64(claims)}`;
    if (key === undefined) throw new Error("the keys were not made");
    return `${signed}.${sign("sha256", new TextEncoder().encode(signed), key.privateKey).toString("base64url")}`;
  };

  const authorize = (asked: URLSearchParams): string => {
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("state", asked.get("state") ?? "");
    back.searchParams.set("iss", answering.returnIssuer ?? issuer);
    if (answering.error !== null) {
      back.searchParams.set("error", answering.error);
      return back.href;
    }
    const code = randomBytes(16).toString("hex");
    const [challenge, nonce] = [asked.get("code_challenge") ?? "", asked.get("nonce") ?? ""];
    codes.set(code, { challenge, nonce, returnTo: asked.get("redirect_uri") ?? "" });
    back.searchParams.set("code", code);
    return back.href;
  };

  const token = (sent: URLSearchParams, authorization: string | undefined): [number, object] => {
    const known = `Basic ${Buffer.from(`${clientId}:${encodeURIComponent(clientSecret).replaceAll("%20", "+")}`).toString("base64")}`;
    if (authorization !== known) return [401, { error: "invalid_client" }];
    const given = sent.get("code") ?? "";
    const code = codes.get(given);
    const verifier = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    if (code?.challenge !== verifier || code.returnTo !== sent.get("redirect_uri")) {
      return [400, { error: "invalid_grant" }];
    }
    if (!answering.isForgetful) codes.delete(given);
    return [200, { access_token: "x", token_type: "Bearer", expires_in: 300, id_token: tokenOf(code) }];
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const send = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration") {
      send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
        authorization_response_iss_parameter_supported: true,
      });
    } else if (url.pathname === "/keys") {
      send(200, { keys: [{ ...own?.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    } else if (url.pathname === "/authorize") {
      response.writeHead(302, { location: authorize(url.searchParams) }).end();
    } else {
      send(...token(await bodyOf(request), request.headers.authorization));
    }
  });
  // A busy machine must not come back to a connection that has just been closed.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Listening on a port, a server's address is no path.
  const { port } = server.address() as AddressInfo;
  issuer = `http://localhost:${port}`;
  const settings: IdentityProviderSettings = { issuer, clientId, clientSecret, subjectClaim: "sub" };
  return {
    settings,
    answering,
    reset: () => void Object.assign(answering, asItShould),
    /** Goes to the provider as a browser does; answers the query with which it is sent back. */
    visit: async (address: string): Promise<string> => {
      const response = await fetch(address, { redirect: "manual" });
      return new URL(response.headers.get("location") ?? "").search.slice(1);
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A started provider. */
export type MockProvider = Awaited<ReturnType<typeof startMockProvider>>;
