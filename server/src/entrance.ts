/** How people reach the product: the address that browsers show, the proxies before it, and who else vouches for people. */
import { isIP } from "node:net";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { ConfigError } from "./config-error.ts";

/** The way in, as the environment says it. */
export interface Entrance {
  /** The origin that browsers show, such as https://beizeng.example.cn; null where none was said. */
  readonly publicUrl: string | null;
  /** Addresses and networks of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
}

/** The way in where nothing was said: plain http, without a proxy. */
export const plainEntrance: Entrance = { publicUrl: null, trustedProxies: [] };

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

/** The way in from PUBLIC_URL and TRUST_PROXY. Throws `ConfigError` for what cannot be used. */
export function readEntrance(environment: Readonly<Record<string, string | undefined>>, kind: WorkspaceKind): Entrance {
  const publicUrl = publicUrlOf(environment.PUBLIC_URL, kind);
  const trustedProxies = trustedProxiesOf(environment.TRUST_PROXY);
  const entrance = { publicUrl, trustedProxies };
  // The product speaks plain http itself: TLS means a proxy, and without this every caller would have its address.
  if (isSecure(entrance) && trustedProxies.length === 0) {
    throw new ConfigError(
      "PUBLIC_URL 为 https 时，前面必有代理服务器：请用 TRUST_PROXY 写明它的地址，如 127.0.0.1。 An https PUBLIC_URL means a proxy with TLS: give its address by TRUST_PROXY, such as 127.0.0.1.",
    );
  }
  return entrance;
}
