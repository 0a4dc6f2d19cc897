// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { firstPage, ownAddress } from "../../web/src/lib/sign-in.ts";
import { openPage } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  ["/chain?plan=a&month=2022-09#top", "/chain?plan=a&month=2022-09#top"],
  ["/sign-in", null],
  ["/sign-in/return?code=a&state=b", null],
  ["//elsewhere.example/overview", null],
  ["/\\elsewhere.example", null],
  ["https://elsewhere.example/", null],
  ["javascript:alert(1)", null],
  [undefined, null],
])("one who came from %s goes back to %s", (from, address) => {
  expect(ownAddress(from)).toBe(address);
});

test("who may not see figures does not begin at them", () => {
  expect(firstPage(["read-figures", "write-figures"])).toBe("/tasks");
  expect(firstPage(["read-figures"])).toBe("/overview");
  expect(firstPage(["manage-accounts"])).not.toBe("/overview");
});

test("the sign-in page of a demonstration offers its people under their places", async () => {
  const person = (key: string, role: string) => ({ key, name: `演示·${key}`, role, departments: [] });
  const groups = [
    { plan: null, place: null, accounts: [person("领导", "leader")] },
    { plan: "gaoping-2022", place: { zh: "高平市", en: "Gaoping" }, accounts: [person("高平市·审核员", "office")] },
  ];
  openPage("/sign-in?plan=gaoping-2022", (asked) => (asked === "/api/session/demonstration" ? { groups } : null));
  await waitFor(() => expect(screen.getByRole("button", { name: "审核员" }).title).toBe("演示·高平市·审核员"));
  expect(screen.getByRole("button", { name: "领导" })).toBeTruthy();
});

test("who signs in in English and came from nowhere goes on in English", async () => {
  const person = { key: "领导", name: "演示·领导", role: "leader", departments: [] };
  const session = { account: person, powers: ["read-figures"], step: null, isDemonstration: true };
  const groups = [{ plan: null, place: null, accounts: [person] }];
  openPage("/sign-in?plan=gaoping-2022&lang=en", (asked) => {
    if (asked !== "/api/session/demonstration") return null;
    return Object.assign(session, { groups });
  });
  fireEvent.click(await screen.findByRole("button", { name: "领导" }));
  await waitFor(() => expect(window.location.pathname).toBe("/overview"));
  expect(new URLSearchParams(window.location.search).get("lang")).toBe("en");
  // Whole, before another address is opened in the same window.
  expect((await screen.findByRole("alert")).textContent).toMatch(/^The question in this address/);
});

describe("where the identity provider sends one back to", () => {
  const posted = "/api/session/single-sign-on/return";
  const absent = { code: "sign-on-absent", message: "本系统没有接入统一身份认证，未登录；请从登录页登录。" };
  const technical = { code: "malformed-parameter", message: "参数 query 的写法不对：应为不超过4096字。" };
  const nothing = "这个地址没有带来统一身份认证的登录结果（只在认证登录途中才会打开），未登录；请从登录页登录。";

  test.each([
    ["", null, nothing],
    ["?state=unknown", null, nothing],
    ["?code[]=&x=%3Cscript%3E", null, nothing],
    ["?code=a&state=b", absent, absent.message],
    ["?error=a&state=b", technical, nothing],
  ] as const)("opened with “%s” says what happened and leads to the sign-in page", async (asked, refusal, sentence) => {
    const sent = openPage(`/sign-in/return${asked}`, (url) => (url === posted ? refusal : null), 404);
    await waitFor(() => expect(screen.getByRole("alert").textContent).toBe(sentence));
    expect(sent.filter((url) => url === posted)).toHaveLength(refusal === null ? 0 : 1);
    expect(screen.getByRole("link", { name: "重新登录" }).getAttribute("href")).toMatch(/^\/sign-in(\?|$)/);
    expect(document.body.textContent).not.toMatch(/query|参数|\/api\//);
  });

  test("says it in English too", async () => {
    openPage("/sign-in/return?lang=en", () => null);
    await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/^This address brings no sign-in/));
    expect(screen.getByRole("link", { name: "Sign in again" })).toBeTruthy();
  });
});
