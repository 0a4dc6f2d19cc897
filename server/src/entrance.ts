/** How people reach the product: the address that browsers show, the proxies before it, and who else vouches for people. */
import { isIP } from "node:net";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { ConfigError } from "./config-error.ts";
import { secretIn } from "./secret-file.ts";

/** The county's identity provider, as this system is known to it. */
export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim by which accounts are bound to people. */
  readonly subjectClaim: string;
}

/** The way in, as the environment says it. */
export interface Entrance {
  /** The origin that browsers show, such as https://beizeng.example.cn; null where none was said. */
  readonly publicUrl: string | null;
  /** Addresses and networks of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Who vouches for people besides their passwords; null where nobody does. */
  readonly identityProvider: IdentityProviderSettings | null;
}

/** The way in where nothing was said: plain http, without a proxy. */
export const plainEntrance: Entrance = { publicUrl: null, trustedProxies: [], identityProvider: null };

/** True where browsers come by TLS. */
export const isSecure = ({ publicUrl }: Entrance): boolean => publicUrl?.startsWith("https:") === true;

/** True for a name or address of this machine alone. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || (isIP(host) === 4 && host.startsWith("127."));

function publicUrlOf(text: string | undefined, kind: WorkspaceKind): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(text);
  if (!isOrigin) {
    throw new ConfigError(
      `PUBLIC_URL 应为浏览器里的网址，只写到主机名和端口，如 https://beizeng.example.cn，现为“${text}”。 PUBLIC_URL must be the address that browsers show up to host and port, such as https://beizeng.example.cn, not "${text}".`,
    );
  }
  if (kind === "demonstration" && !isLoopback(url.hostname)) {
    throw new ConfigError(
      `演示库只在本机开放：不能设 PUBLIC_URL“${text}”。 The demonstration is open to this machine only: PUBLIC_URL must not be "${text}".`,
      "demonstration-not-local",
    );
  }
  return url.origin;
}

const mostBits = { 4: 32, 6: 128 } as const;

/** True for an address, or a network written address/bits; all addresses there are is no network that can be trusted. */
function isNetwork(text: string): boolean {
  const [, address = "", bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  if (version !== 4 && version !== 6) return false;
  return bits === undefined || (Number(bits) > 0 && Number(bits) <= mostBits[version]);
}

function trustedProxiesOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const proxies = text.split(",").map((proxy) => proxy.trim());
  if (proxies.every(isNetwork)) return proxies;
  throw new ConfigError(
    `TRUST_PROXY 应为代理服务器的地址或网段，用逗号隔开，如 127.0.0.1，现为“${text}”。 TRUST_PROXY must be addresses or networks of the proxies, separated by commas, such as 127.0.0.1, not "${text}".`,
  );
}

const providerNames = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET_FILE"] as const;

function issuerOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPrivate = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (url !== null && isPrivate && url.search === "" && url.hash === "" && url.username === "") return text;
  throw new ConfigError(
    `OIDC_ISSUER 应为统一身份认证的签发者网址（https），现为“${text}”。 OIDC_ISSUER must be the https address of the issuer, not "${text}".`,
  );
}

function identityProviderOf(
  environment: Readonly<Record<string, string | undefined>>,
  kind: WorkspaceKind,
  publicUrl: string | null,
): IdentityProviderSettings | null {
  const { OIDC_SUBJECT_CLAIM: subjectClaim = "sub" } = environment;
  const said = [...providerNames, "OIDC_SUBJECT_CLAIM"].filter((name) => environment[name] !== undefined);
  if (said.length === 0) return null;
  const missing = providerNames.filter((name) => !environment[name]?.trim());
  const [issuer = "", clientId = "", file = ""] = providerNames.map((name) => environment[name]?.trim());
  if (missing.length > 0) {
    throw new ConfigError(
      `统一身份认证的设置要么都有，要么都没有：缺 ${missing.join("、")}。 Single sign-on needs all its settings or none: ${missing.join(", ")} missing.`,
    );
  }
  if (kind === "demonstration") {
    throw new ConfigError(
      `演示库不用统一身份认证：请去掉 ${said.join("、")}。 The demonstration has no single sign-on: take away ${said.join(", ")}.`,
    );
  }
  if (publicUrl === null) {
    throw new ConfigError(
      "统一身份认证需要 PUBLIC_URL：认证后要回到这个网址。 Single sign-on needs PUBLIC_URL: people are sent back to it.",
    );
  }
  if (!/^[\w:.-]{1,64}$/.test(subjectClaim)) {
    throw new ConfigError(
      `OIDC_SUBJECT_CLAIM 应为一个声明的名称，如 sub 或 preferred_username，现为“${subjectClaim}”。 OIDC_SUBJECT_CLAIM must be the name of a claim, such as sub or preferred_username, not "${subjectClaim}".`,
    );
  }
  return { issuer: issuerOf(issuer), clientId, clientSecret: secretIn("OIDC_CLIENT_SECRET_FILE", file), subjectClaim };
}

/** The way in from PUBLIC_URL, TRUST_PROXY and OIDC_…. Throws `ConfigError` for what cannot be used. */
export function readEntrance(environment: Readonly<Record<string, string | undefined>>, kind: WorkspaceKind): Entrance {
  const publicUrl = publicUrlOf(environment.PUBLIC_URL, kind);
  const trustedProxies = trustedProxiesOf(environment.TRUST_PROXY);
  const identityProvider = identityProviderOf(environment, kind, publicUrl);
  const entrance = { publicUrl, trustedProxies, identityProvider };
  // The product speaks plain http itself: TLS means a proxy, and without this every caller would have its address.
  if (isSecure(entrance) && trustedProxies.length === 0) {
    throw new ConfigError(
      "PUBLIC_URL 为 https 时，前面必有代理服务器：请用 TRUST_PROXY 写明它的地址，如 127.0.0.1。 An https PUBLIC_URL means a proxy with TLS: give its address by TRUST_PROXY, such as 127.0.0.1.",
      "proxy-unnamed",
    );
  }
  return entrance;
}
