// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Light } from "../../web/src/api/types.ts";
import { LightBadge } from "../../web/src/components/light-badge.tsx";
import { lights } from "../../web/src/lib/lights.ts";
import { learn, speak } from "../../web/src/words/languages.ts";

const wordOf: Record<Light, string> = {
  met: "已完成",
  "on-schedule": "达序时",
  behind: "滞后",
  "far-behind": "严重滞后",
  missed: "未完成",
  unreported: "未报",
  "not-due": "未到期",
};

beforeAll(async () => {
  await learn("zh-CN", true);
  speak("zh-CN");
});
afterEach(cleanup);

describe("the badge of a light", () => {
  it.each(lights)("says %s by word, colour and shape together", (light) => {
    const { container } = render(<LightBadge light={light} />);
    expect(screen.getByText(wordOf[light])).toBeTruthy();
    const shape = container.querySelector("svg");
    expect(shape?.getAttribute("class")).toContain(`light-${light}`);
    expect(shape?.getAttribute("aria-hidden")).toBe("true");
  });

  it("has a shape of its own for each light", () => {
    const shapes = lights.map((light) => {
      const { container } = render(<LightBadge light={light} />);
      return container.querySelector("path")?.getAttribute("d");
    });
    expect(new Set(shapes).size).toBe(7);
  });

  it("reads 逾期完成 for a missed target that was met later, and — for no light", () => {
    const { container } = render(<LightBadge light="missed" isMetLate />);
    expect(container.textContent).toBe("逾期完成");
    cleanup();
    expect(render(<LightBadge light={null} />).container.textContent).toBe("—");
  });

  it("speaks English when the page does", async () => {
    await learn("en", true);
    speak("en");
    expect(render(<LightBadge light="far-behind" />).container.textContent).toBe("Far behind");
    expect(document.documentElement.lang).toBe("en");
    speak("zh-CN");
  });
});
