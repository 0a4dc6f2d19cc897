/** Whether what the environment says of the way in fits together; what cannot be used at all is refused before, by its name. */
import type { Config } from "../config.ts";
import { isLoopback, isSecure } from "../entrance.ts";
import { about, type Finding, text } from "./finding.ts";

const way = about("入口", "Way in");

/** The findings about HOST, PUBLIC_URL, TRUST_PROXY and single sign-on. */
export function entranceFindings({ kind, host, port, entrance }: Config): readonly Finding[] {
  const { publicUrl, trustedProxies, identityProvider } = entrance;
  const findings: Finding[] = [];
  const isOpen = !isLoopback(host);
  if (kind === "production" && !isSecure(entrance)) {
    findings.push(
      way.notice(
        text(
          publicUrl === null ? "没有 PUBLIC_URL：浏览器用明文 http 访问。" : `PUBLIC_URL 是明文 http：${publicUrl}。`,
          "browsers come by plain http.",
        ),
        text(
          "密码在网上看得见：按 server/deploy 在前面放 TLS 代理，设 PUBLIC_URL=https://… 和 TRUST_PROXY。",
          "Passwords can be read on the wire: put a proxy with TLS before it as server/deploy says, with PUBLIC_URL=https://… and TRUST_PROXY.",
        ),
      ),
    );
  }
  if (isOpen && trustedProxies.length > 0) {
    findings.push(
      way.notice(
        text(`HOST 为 ${host}：可以绕过代理直接访问。`, `HOST is ${host}: the proxy can be gone around.`),
        text(
          "代理在本机时设 HOST=127.0.0.1；在别的机器时用防火墙只放行它。",
          "HOST=127.0.0.1 where the proxy is on this machine; else let only it through the firewall.",
        ),
      ),
    );
  }
  if (trustedProxies.length > 0 && publicUrl === null) {
    findings.push(
      way.notice(
        text("有 TRUST_PROXY，没有 PUBLIC_URL。", "TRUST_PROXY without PUBLIC_URL."),
        text(
          "设 PUBLIC_URL 为浏览器里的网址，写入才只认这个网址的页面。",
          "Give PUBLIC_URL, so that a write must come from a page of that address.",
        ),
      ),
    );
  }
  if (identityProvider !== null && !isSecure(entrance)) {
    findings.push(
      way.bad(
        text("统一身份认证要回到明文 http 的网址。", "single sign-on comes back by plain http."),
        text("设 PUBLIC_URL=https://…。", "Give PUBLIC_URL=https://…"),
      ),
    );
  }
  const shown = publicUrl === null ? `${host}:${port}` : `${publicUrl}（${host}:${port}）`;
  return findings.length === 0 ? [way.ok(text(shown, ""))] : findings;
}
