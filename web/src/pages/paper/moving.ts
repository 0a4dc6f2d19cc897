/** Going from cell to cell by keyboard, from top to bottom. */
import type { KeyboardEvent } from "react";

const cellsOf = (form: Element, way: string | undefined): HTMLElement[] =>
  [...form.querySelectorAll<HTMLElement>("[data-row]")].flatMap((row) => {
    const cells = [...row.querySelectorAll<HTMLElement>("[data-way]:not(:disabled)")];
    const cell = cells.find((each) => each.dataset.way === way) ?? cells[0];
    return cell === undefined ? [] : [cell];
  });

/** Gives a cell the keyboard with what stands in it chosen, so that typing replaces it. */
export function goTo(cell: HTMLElement | null | undefined): void {
  cell?.focus();
  cell?.scrollIntoView({ block: "nearest" });
  if (cell instanceof HTMLInputElement || cell instanceof HTMLTextAreaElement) cell.select();
}

/** Enter and ↓ go to the next line in the same column, ↑ to the one before; after the last line comes the way on. */
export function moveByKeyboard(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget: form, key, nativeEvent } = event;
  if (!(target instanceof HTMLElement) || nativeEvent.isComposing) return;
  const { way } = target.dataset;
  const isChoice = target instanceof HTMLSelectElement;
  const isForth = key === "Enter" || (key === "ArrowDown" && !isChoice);
  const isBack = key === "ArrowUp" && !isChoice;
  if (way === undefined || (!isForth && !isBack)) return;
  event.preventDefault();
  // A line that has one cell only must not change the column in which one types.
  const isOnlyOne = target.closest("[data-row]")?.querySelectorAll("[data-way]:not([data-way=word])").length === 1;
  if (!isOnlyOne && way !== "word") form.dataset.column = way;
  const cells =
    way === "word"
      ? [...form.querySelectorAll<HTMLElement>("[data-way=word]")]
      : cellsOf(form, form.dataset.column ?? "added");
  const row = target.closest("[data-row]");
  const place = way === "word" ? cells.indexOf(target) : cells.findIndex((cell) => row?.contains(cell));
  const next = cells[place + (isForth ? 1 : -1)];
  goTo(next ?? (isForth ? form.querySelector<HTMLElement>("[data-onward]") : null));
}
