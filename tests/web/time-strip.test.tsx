// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openPage, plan } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const asked = (word: string) => new URLSearchParams(window.location.search).get(word);
const open = async (month: string, more = "") => {
  openPage(`/overview?plan=gaoping-2022&month=${month}&horizon=2022-12${more}`, () => null);
  return (await screen.findByRole("slider")) as HTMLInputElement;
};
/** What the server says of a plan without answers stands there before the window is given to another test. */
beforeEach(() => expect(document.body.textContent).toBe(""));

describe("the strip of months", () => {
  test("says its month in words and reaches from the plan's first month to the running one", async () => {
    const slider = await open("2022-09");
    expect(slider.getAttribute("aria-valuetext")).toBe("2022年9月");
    // 2021-12 is 0: nine months later is 2022-09.
    expect([slider.min, slider.value]).toEqual(["0", "9"]);
    expect(plan.firstMonth).toBe("2021-12");
  });

  test("asks for the month at which the slider rests, and adds no step to the way back", async () => {
    const slider = await open("2022-09");
    const before = window.history.length;
    fireEvent.change(slider, { target: { value: "4" } });
    fireEvent.change(slider, { target: { value: "3" } });
    expect(asked("month")).toBe("2022-09");
    await waitFor(() => expect(asked("month")).toBe("2022-03"));
    expect(window.history.length).toBe(before);
  });

  test("plays on until Escape is pressed", async () => {
    await open("2022-11");
    fireEvent.click(screen.getByRole("button", { name: "逐月播放" }));
    await waitFor(() => expect(asked("month")).toBe("2022-12"));
    fireEvent.keyDown(window, { key: "Escape" });
    expect(await screen.findByRole("button", { name: "逐月播放" })).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(asked("month")).toBe("2022-12");
  });

  test("plays to the latest month that was due, and stops there", async () => {
    await open("2025-08");
    fireEvent.click(screen.getByRole("button", { name: "逐月播放" }));
    expect(screen.getByRole("button", { name: "暂停" })).toBeTruthy();
    await waitFor(() => expect(asked("month")).toBe(plan.latestPeriod));
    expect(await screen.findByRole("button", { name: "逐月播放" })).toBeTruthy();
  });

  test("begins again at the first month where it stands at the last", async () => {
    await open(plan.latestPeriod);
    fireEvent.click(screen.getByRole("button", { name: "逐月播放" }));
    await waitFor(() => expect(asked("month")).toBe(plan.firstMonth));
    expect(screen.getByRole("button", { name: "暂停" })).toBeTruthy();
  });

  test("goes back, for what was known on a day, to a month that was over by then", async () => {
    await open("2022-11");
    const day = screen.getByLabelText("按某日已知");
    fireEvent.change(day, { target: { value: "2022-10-20" } });
    fireEvent.blur(day);
    await waitFor(() => expect([asked("asKnownOn"), asked("month")]).toEqual(["2022-10-20", "2022-09"]));
    fireEvent.click(await screen.findByRole("button", { name: "回到现在" }));
    await waitFor(() => expect([asked("asKnownOn"), asked("month")]).toEqual([null, "2022-09"]));
  });

  test("stays at a month that was long over on that day", async () => {
    await open("2022-03");
    const day = screen.getByLabelText("按某日已知");
    fireEvent.change(day, { target: { value: "2022-10-20" } });
    day.focus();
    fireEvent.keyDown(day, { key: "Enter" });
    await waitFor(() => expect([asked("asKnownOn"), asked("month")]).toEqual(["2022-10-20", "2022-03"]));
  });
});
