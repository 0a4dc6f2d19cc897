// @vitest-environment happy-dom
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterContextProvider } from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeQueryClient } from "../../web/src/api/query-client.ts";
import type { Note } from "../../web/src/api/types.ts";
import { NotesBlock } from "../../web/src/components/notes-block.tsx";
import { makeRouter } from "../../web/src/routes/router.ts";
import { learn, speak } from "../../web/src/words/languages.ts";

beforeAll(async () => {
  await learn("zh-CN", false);
  speak("zh-CN");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const note: Note = {
  ...{ id: 3, month: "2022-06", subject: null, target: null, byOffice: false, at: "2022-07-12T02:00:00.000Z" },
  ...{ text: "<b>请于月底前</b>落实", by: "领导甲", state: "open", steps: [], may: ["settle"] },
};

/** What was written, with the key that it came under. */
type Written = { readonly body: unknown; readonly key: string | null };

/** Draws the notes of a month against a server that answers reads and writes as told. */
function draw(read: () => Response, write: () => Response = () => Response.json({ note: 4 })): readonly Written[] {
  const written: Written[] = [];
  vi.stubGlobal("fetch", async (_: string, { method = "GET", body, headers }: RequestInit) => {
    if (method === "GET") return read();
    written.push({ body: JSON.parse(String(body)), key: new Headers(headers).get("idempotency-key") });
    return write();
  });
  const queryClient = makeQueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <RouterContextProvider router={makeRouter(queryClient)}>
        <NotesBlock plan="gaoping-2022" month="2022-09" />
      </RouterContextProvider>
    </QueryClientProvider>,
  );
  return written;
}
const notes = (list: readonly Note[], mayWrite: boolean) => () =>
  Response.json({ plan: "gaoping-2022", month: "2022-09", mayWrite, notes: list });

test("a note of an earlier month stands with its month and as it was typed", async () => {
  draw(notes([note], false));
  expect((await screen.findByText("<b>请于月底前</b>落实")).tagName).not.toBe("B");
  expect(screen.getByText("2022年6月批示")).toBeTruthy();
  expect(screen.getByText("1条，1条未办结")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("who may not write sees nothing where nobody has written", async () => {
  const read = vi.fn(notes([], false));
  draw(read);
  await waitFor(() => expect(read).toHaveBeenCalled());
  expect(screen.queryByText("批示")).toBeNull();
});

test("notes that do not come are told from none", async () => {
  draw(() => Response.json({ code: "not-found", message: "没有这个方案。" }, { status: 404 }));
  expect((await screen.findByRole("alert")).textContent).toContain("没有这个方案。");
});

test("a note that did not arrive stays as it was typed, and is sent again under the same key", async () => {
  let isDown = true;
  const written = draw(notes([], true), () => {
    if (isDown) throw new TypeError("no line");
    return Response.json({ note: 4 });
  });
  const field = await screen.findByRole("textbox");
  const send = screen.getByRole("button", { name: "留下批示" });
  expect(send).toHaveProperty("disabled", true);
  fireEvent.change(field, { target: { value: "请专题研究" } });
  fireEvent.click(send);
  fireEvent.click(send);
  await screen.findByText("没有送达，内容还在这里，请再试一次。");
  expect(field).toHaveProperty("value", "请专题研究");
  isDown = false;
  fireEvent.click(send);
  await waitFor(() => expect(field).toHaveProperty("value", ""));
  expect(written.map(({ body }) => body)).toEqual(Array(2).fill({ month: "2022-09", text: "请专题研究" }));
  expect(written[0]?.key).toMatch(/\S{8,}/);
  expect(written[1]?.key).toBe(written[0]?.key);
});
