// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { addressOf, call, Refusal, send } from "../../web/src/api/call.ts";

const answer = (status: number, body: string) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(body, { status })),
  );
const refusalOf = async (promise: Promise<unknown>) => {
  const outcome = await promise.catch((error: unknown) => error);
  if (!(outcome instanceof Refusal)) throw new Error(`not a refusal: ${String(outcome)}`);
  return outcome;
};

afterEach(() => vi.unstubAllGlobals());

describe("addressOf", () => {
  it("fills the path and leaves out what is not asked", () => {
    const address = addressOf(
      "/api/plans/{plan}/subjects/{subject}",
      { plan: "gaoping-2022", subject: "食品 加工" },
      { month: "2022-09", basis: undefined },
    );
    expect(address).toBe("/api/plans/gaoping-2022/subjects/%E9%A3%9F%E5%93%81%20%E5%8A%A0%E5%B7%A5?month=2022-09");
  });

  it("writes no question mark for no question", () => {
    expect(addressOf("/api/plans")).toBe("/api/plans");
  });
});

describe("call", () => {
  it("answers the body, and asks in the page's language", async () => {
    document.documentElement.lang = "en";
    answer(200, '{"plans":[]}');
    expect(await call("/api/plans")).toEqual({ plans: [] });
    expect(fetch).toHaveBeenCalledWith("/api/plans", {
      headers: { accept: "application/json", "accept-language": "en" },
    });
  });

  it("throws what the server said of a question that it refuses", async () => {
    answer(404, '{"code":"unknown-plan","message":"没有方案 x","field":"plan"}');
    const refusal = await refusalOf(call("/api/plans/{plan}", { path: { plan: "x" } }));
    expect(refusal).toMatchObject({
      status: 404,
      code: "unknown-plan",
      message: "没有方案 x",
      field: "plan",
      requestId: null,
    });
  });

  it("keeps the request's number of a failure", async () => {
    answer(500, '{"code":"internal","message":"系统出错","requestId":"r-17"}');
    expect(await refusalOf(call("/api/plans"))).toMatchObject({ status: 500, requestId: "r-17" });
  });

  it("calls a body that is no JSON unreadable, whatever its status", async () => {
    answer(502, "<html>bad gateway</html>");
    expect(await refusalOf(call("/api/plans"))).toMatchObject({ status: 502, code: "unreadable", message: "" });
    answer(200, "<html>a page</html>");
    expect(await refusalOf(call("/api/plans"))).toMatchObject({ status: 200, code: "unreadable" });
  });

  it("says unreachable where no answer comes", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    expect(await refusalOf(call("/api/plans"))).toMatchObject({ status: 0, code: "unreachable" });
  });

  it("does not dress up a call that was given up", async () => {
    const stop = new AbortController();
    stop.abort();
    vi.stubGlobal("fetch", () => Promise.reject(new DOMException("stopped", "AbortError")));
    await expect(call("/api/plans", { signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("send", () => {
  it("sends JSON in the page's language and answers the body", async () => {
    document.documentElement.lang = "zh-CN";
    answer(200, '{"kind":"demonstration"}');
    const sent = send("post", "/api/session/demonstration", { body: { account: "clerk" }, idempotencyKey: "k-1" });
    expect(await sent).toEqual({ kind: "demonstration" });
    expect(fetch).toHaveBeenCalledWith("/api/session/demonstration", {
      method: "POST",
      headers: {
        accept: "application/json",
        "accept-language": "zh-CN",
        "content-type": "application/json",
        "idempotency-key": "k-1",
      },
      body: '{"account":"clerk"}',
    });
  });

  it("says nothing of a body that is not there", async () => {
    answer(200, "{}");
    await send("delete", "/api/session", {});
    expect(fetch).toHaveBeenCalledWith("/api/session", {
      method: "DELETE",
      headers: { accept: "application/json", "accept-language": "zh-CN" },
    });
  });

  it("throws what the server said of a write that it refuses", async () => {
    answer(404, '{"code":"unknown-account","message":"没有账号 x。","field":"account"}');
    const refused = send("post", "/api/session/demonstration", { body: { account: "x" } });
    expect(await refusalOf(refused)).toMatchObject({ status: 404, code: "unknown-account", field: "account" });
  });

  it("says unreachable where no answer comes", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    expect(await refusalOf(send("delete", "/api/session", {}))).toMatchObject({ status: 0, code: "unreachable" });
  });
});
