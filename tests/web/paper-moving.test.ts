// @vitest-environment happy-dom
/** Where the form leads: to what hinders handing in, and on from whatever stands beside the cells. */
import { afterEach, expect, test } from "vitest";
import { goToFault, goToFirst } from "../../web/src/pages/paper/moving.ts";

afterEach(() => {
  document.body.innerHTML = "";
});

const figure = (more = "") => `<input type="text" data-way="added" ${more} value="9000">`;
const word = (value = "") => `<input type="text" data-way="word" placeholder="请说明原因" value="${value}">`;

/** Which field has the keyboard after the fault of a line was gone to. */
function faultOf(inner: string): string {
  document.body.innerHTML = `<div id="line">${inner}</div>`;
  goToFault(document.querySelector("#line") ?? document.body);
  return document.activeElement?.outerHTML ?? "";
}

test("a missing word is gone to, not the figure that asks for it: what is typed there would take its place", () => {
  expect(faultOf(figure() + word())).toContain('data-way="word"');
});

test("a wrong figure comes before the word", () => {
  expect(faultOf(word() + figure('aria-invalid="true"'))).toContain("aria-invalid");
});

test("a paper opens at the line that it is told, and one that is filled in at its submission", () => {
  document.body.innerHTML = `<form><div data-measure="a">${figure()}</div><div data-measure="b">${figure('id="b"')}</div><button data-onward>提交</button></form>`;
  const form = document.querySelector("form");
  if (form === null) throw new Error("no form");
  goToFirst(form, "b");
  expect(document.activeElement?.id).toBe("b");
  goToFirst(form, undefined);
  expect(document.activeElement?.textContent).toBe("提交");
});
