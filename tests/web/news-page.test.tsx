// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { News } from "../../web/src/api/types.ts";
import { openPage } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = (zh: string) => ({ zh, en: zh });
const hostile = "<img src=x onerror=alert(1)>\n第二行";
const entry = (id: number, kind: News["entries"][number]["kind"], subject: string | null = null) => ({
  ...{ id, kind, at: "2022-10-10T01:00:00.000Z", plan: "gaoping-2022", place: text("高平市"), month: "2022-09" },
  ...{ subject, target: null, sentence: text(`第${id}件`), quote: kind === "note" ? hostile : null },
});
const open = (news: News) => openPage("/news", (asked) => (asked === "/api/news" ? news : null));

describe("新动态", () => {
  it("says since when, and leads from each entry to what it is about", async () => {
    open({
      since: "2022-10-09T01:00:00.000Z",
      isShortened: false,
      entries: [entry(3, "note", "food"), entry(2, "closed"), entry(1, "reported")],
    });
    await screen.findByText(/^2022-10-09 09:00 上次登录以来/);
    const ways = screen.getAllByRole("link", { name: /^第\d件$/ }).map((link) => link.getAttribute("href"));
    expect(ways).toEqual([
      "/chain?plan=gaoping-2022&month=2022-09&subject=food#notes",
      "/months?plan=gaoping-2022&month=2022-09",
      "/overview?plan=gaoping-2022&month=2022-09",
    ]);
    // What was written stays text, with its lines.
    expect(document.querySelector("blockquote")?.textContent).toBe(hostile);
    expect(document.querySelector("blockquote img")).toBeNull();
  });

  it("says what would stand there while nothing is new", async () => {
    open({ since: "2022-10-09T01:00:00.000Z", isShortened: false, entries: [] });
    await screen.findByText(/^上次登录以来没有新的动态。/);
  });
});
