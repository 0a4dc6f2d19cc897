/**
 * Single sign-on by OpenID Connect: who a person is, said by the county's identity provider. Authorization code with PKCE,
 * state and nonce; the signature of what it says is checked whatever the transport. Nothing is asked of it before somebody
 * signs in by it, so that the product starts and serves while it is down.
 */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { IdentityProviderSettings } from "../entrance.ts";
import { type Answer, give, type Refusal, refuse } from "../problems.ts";

/** What the browser keeps until the person comes back. */
export interface BegunSignOn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The county's identity provider. */
export interface IdentityProvider {
  /** The address at which a person shows who they are, and what is to be kept until they come back. */
  readonly begin: () => Promise<Answer<{ readonly address: string; readonly begun: BegunSignOn }>>;
  /** What the provider calls the person who came back with a query; null for `begun` where the browser kept nothing. */
  readonly identify: (query: string, begun: BegunSignOn | null) => Promise<Answer<string>>;
}

/** Where a person comes back to, below the public address. */
const returnPath = "/sign-in/return";
const timeoutSeconds = 8;

type Reason = { readonly zh: string; readonly en: string };
const reasonsByClaim: Readonly<Record<string, Reason>> = {
  nonce: { zh: "随机数不符", en: "its nonce is another" },
  iss: { zh: "签发者不符", en: "its issuer is another" },
  aud: { zh: "不是签发给本系统的", en: "it is meant for another system" },
};
const reasonsByCode: Readonly<Record<string, Reason>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: { zh: "已过期，或两边时钟相差太多", en: "it has expired, or the clocks differ" },
  OAUTH_KEY_SELECTION_FAILED: { zh: "签名不符", en: "its signature does not hold" },
};
const incomplete: Reason = { zh: "内容不完整或签名不符", en: "it is incomplete or its signature does not hold" };
const unreachable: Reason = { zh: "连接不上", en: "cannot be reached" };
const unusable: Reason = { zh: "的设置与本系统不一致", en: "is not set up as this system expects" };

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Object(value)[name] : undefined;

/** The refusal for what went wrong between the provider and us; null of a bug of ours. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof AuthorizationResponseError) return { code: "sign-on-declined", value: error.error };
  if (error instanceof ResponseBodyError) {
    return error.error === "invalid_grant"
      ? { code: "sign-on-used" }
      : { code: "sign-on-unreachable", allowed: error.status >= 500 ? unreachable : unusable };
  }
  // What fetch throws where nothing answers.
  if (error instanceof TypeError && error.cause !== undefined)
    return { code: "sign-on-unreachable", allowed: unreachable };
  if (!(error instanceof ClientError)) return null;
  const code = error.code ?? "";
  if (code === "OAUTH_TIMEOUT" || code === "OAUTH_RESPONSE_IS_NOT_CONFORM") {
    return { code: "sign-on-unreachable", allowed: unreachable };
  }
  const claim = member(member(error.cause, "cause"), "claim");
  return { code: "sign-on-untrusted", allowed: reasonsByClaim[String(claim)] ?? reasonsByCode[code] ?? incomplete };
}

/** The provider by its settings; `tell` hears what went wrong, for the log. */
export function openIdentityProvider(
  { issuer, clientId, clientSecret, subjectClaim }: IdentityProviderSettings,
  publicUrl: string,
  tell: (error: unknown) => void,
): IdentityProvider {
  const isPlain = issuer.startsWith("http:");
  const prepared = (configuration: Configuration): Configuration => {
    configuration.timeout = timeoutSeconds;
    if (isPlain) allowInsecureRequests(configuration);
    enableNonRepudiationChecks(configuration);
    return configuration;
  };

  const discover = async (): Promise<Configuration> => {
    const execute = isPlain ? [allowInsecureRequests] : [];
    const found = await discovery(new URL(issuer), clientId, undefined, undefined, {
      execute,
      timeout: timeoutSeconds,
    });
    const server = found.serverMetadata();
    const takesPost = server.token_endpoint_auth_methods_supported?.includes("client_secret_post") === true;
    const secret = takesPost ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
    return prepared(new Configuration(server, clientId, undefined, secret));
  };
  let known: Configuration | null = null;
  /** Asked once it is needed, and kept once it was answered. */
  const configuration = async () => {
    known ??= await discover();
    return known;
  };

  const refused = (error: unknown): { readonly ok: false; readonly reason: Refusal } => {
    const reason = refusalOf(error);
    if (reason === null) throw error;
    if (reason.code === "sign-on-unreachable" || reason.code === "sign-on-untrusted") tell(error);
    return refuse(reason);
  };

  return {
    begin: async () => {
      try {
        const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
        const address = buildAuthorizationUrl(await configuration(), {
          redirect_uri: `${publicUrl}${returnPath}`,
          scope: subjectClaim === "sub" ? "openid" : "openid profile",
          response_type: "code",
          state: begun.state,
          nonce: begun.nonce,
          code_challenge: await calculatePKCECodeChallenge(begun.verifier),
          code_challenge_method: "S256",
        });
        return give({ address: address.href, begun });
      } catch (error) {
        return unbegun(refused(error));
      }
    },
    identify: async (query, begun) => {
      const returned = new URL(`${publicUrl}${returnPath}`);
      returned.search = query;
      if (begun === null || returned.searchParams.get("state") !== begun.state)
        return refuse({ code: "sign-on-not-ours" });
      try {
        const granted = await authorizationCodeGrant(await configuration(), returned, {
          pkceCodeVerifier: begun.verifier,
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          idTokenExpected: true,
        });
        const subject = granted.claims()?.[subjectClaim];
        if (typeof subject === "string" && subject !== "") return give(subject);
        return refuse({ code: "sign-on-untrusted", allowed: withoutClaim(subjectClaim) });
      } catch (error) {
        return refused(error);
      }
    },
  };
}

const withoutClaim = (claim: string): Reason => ({ zh: `没有 ${claim}`, en: `it has no ${claim}` });

/** Before anybody has signed in, whatever is wrong with the provider is that it cannot be used. */
function unbegun(refused: { readonly ok: false; readonly reason: Refusal }) {
  return refused.reason.code === "sign-on-unreachable"
    ? refused
    : refuse({ code: "sign-on-unreachable", allowed: unusable });
}
