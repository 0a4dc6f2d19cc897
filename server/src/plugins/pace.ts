/**
 * How fast one account may have files made for it and send files in. A file costs a hundred times what a page does, and
 * whoever holds a stolen session would take all of them at once: beyond what people do the product says when to go on. ASVS 2.4.1.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Carried, pacesKept, usualPaces } from "../accounts/pace.ts";
import { addressBlock } from "../accounts/tries-by-address.ts";
import type { Dependencies } from "../dependencies.ts";
import { sendRefusal } from "./refusals.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a route carries beside words. */
    readonly carries?: Carried;
  }
  interface FastifyRequest {
    /** True of a request that has to wait as the one before it had to: the audit has that already. */
    isWaitingOn: boolean;
  }
}

const words: Readonly<Record<Carried, { readonly zh: string; readonly en: string }>> = {
  export: { zh: "下载文件", en: "downloads" },
  upload: { zh: "上传文件", en: "uploads" },
};

/** Who asks: the account, and of visitors the address. */
const askerOf = ({ session, ip }: FastifyRequest) =>
  session === null ? `address ${addressBlock(ip)}` : `account ${session.account.key}`;

/** Installs the limit; `headers` go with every refusal. Call after sessions are read and what is ready was answered. */
export function registerPace(
  app: FastifyInstance,
  { now, paces = usualPaces }: Dependencies,
  headers: Readonly<Record<string, string>>,
): void {
  const kept = pacesKept();
  app.decorateRequest("isWaitingOn", false);

  app.addHook("onRequest", async (request, reply) => {
    const { carries } = request.routeOptions.config;
    if (carries === undefined) return;
    const waiting = kept.take(`${carries} ${askerOf(request)}`, paces[carries], Date.parse(now()));
    if (waiting === null) return;
    request.isWaitingOn = waiting.isTold;
    const seconds = String(waiting.waitSeconds);
    reply.headers(headers).header("retry-after", seconds);
    return sendRefusal(request, reply, { code: "too-many-files", name: words[carries], allowed: seconds });
  });
}
