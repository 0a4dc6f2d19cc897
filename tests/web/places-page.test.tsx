// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openPage } from "./opened-page.tsx";
import { headlineLights, headlines, kind, placePlans } from "./place-samples.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const address = "/places?month=2022-09&indicator=firms.new.2022-12";
const open = (asked = address, answers: Readonly<Record<string, unknown>> = {}) =>
  openPage(
    asked,
    (url) => {
      const [path = ""] = url.split("?");
      const known = {
        "/api/headlines/kinds": { kinds: [kind] },
        "/api/headlines": headlines,
        "/api/headlines/lights": headlineLights,
        ...answers,
      };
      return Object.entries(known).find(([each]) => each === path)?.[1] ?? null;
    },
    200,
    placePlans,
  );
const table = () => screen.getByRole("region", { name: /^新增规上企业/ });
const groupsOf = () => [...table().querySelectorAll("tbody")].map((body) => body.textContent ?? "");

describe("各地", () => {
  it("says how the places stand, which is furthest behind, and that definitions differ", async () => {
    open();
    const heading = await screen.findByRole("heading", { level: 1 });
    expect(heading.textContent).toBe(
      "新增规上企业（2022年底）：3地定了这一目标，1地滞后，1地严重滞后，1地尚未亮灯，差得最多的是吕梁市，差16户",
    );
    expect(screen.getByText("口径不同，只供对照，不相加").closest("[role=note]")).not.toBeNull();
    expect(groupsOf()[0]).toContain("山西省严重滞后 1吕梁市");
    // Carried over from June, and said so.
    expect(groupsOf()[0]).toContain("2022-06");
    expect(groupsOf()[1]).toContain("晋城市滞后 1未亮灯 1高平市");
    expect((await screen.findByText(/^没有这一目标的/)).closest("p")?.textContent).toBe(
      "没有这一目标的 1 地 汶上县（汶上县方案）",
    );
    // A target is read with its sign: more than 15 is not 15.
    const cells = [...table().querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
    expect(cells.filter((row) => row.includes(">15")).map((row) => row.includes("阳城县"))).toEqual([true]);
    // Nothing is added up.
    expect(table().textContent).not.toContain("合计");
  });

  it("finds by name, keeps what is sought on the address, and says when nothing is found", async () => {
    open();
    const field = await screen.findByRole("searchbox", { name: "查找地方" });
    fireEvent.change(field, { target: { value: "晋城" } });
    await screen.findByText("共 3 地，找到 2 地");
    expect(groupsOf()).toHaveLength(1);
    expect(new URLSearchParams(window.location.search).get("find")).toBe("晋城");
    fireEvent.change(field, { target: { value: "<b>" } });
    await screen.findByText("没有名称中含“<b>”的地方。");
  });

  it("leaves the groups, and sorts by a heading", async () => {
    open(`${address}&group=none`);
    await screen.findByText("共 3 地");
    const places = () => [...table().querySelectorAll("tbody th a")].map(({ textContent }) => textContent);
    expect(places()).toEqual(["吕梁市", "高平市", "阳城县"]);
    fireEvent.click(within(table()).getByRole("button", { name: "完成率" }));
    // 49 of 15 before 2 of 15; who has no figure stays last.
    await waitFor(() => expect(places()).toEqual(["吕梁市", "高平市", "阳城县"]));
    fireEvent.click(within(table()).getByRole("button", { name: "完成率" }));
    await waitFor(() => expect(places()).toEqual(["高平市", "吕梁市", "阳城县"]));
    expect(screen.getByRole("link", { name: "高平市" }).getAttribute("href")).toBe(
      "/overview?plan=gaoping&month=2022-09&horizon=2022-12",
    );
  });

  it("asks for another month without losing the target", async () => {
    const asked = open();
    await screen.findByRole("heading", { level: 1 });
    fireEvent.change(screen.getByRole("combobox", { name: "月份" }), { target: { value: "2022-06" } });
    await waitFor(() =>
      expect(asked).toContain(
        "/api/headlines?indicator=firms&reading=new&horizon=2022-12&basis=department&month=2022-06",
      ),
    );
  });

  it("completes its address, and says what stands there where no plan has a headline", async () => {
    open("/places");
    await screen.findByText("共 3 地");
    expect(new URLSearchParams(window.location.search).get("indicator")).toBe("firms.new.2022-12");
    cleanup();
    open("/places", { "/api/headlines/kinds": { kinds: [] } });
    await screen.findByText(/^方案里还没有总体目标/);
  });
});
