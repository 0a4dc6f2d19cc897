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

/** Where one goes on: the first line that was returned, else the first blank one; a paper that is filled in leads to its submission. */
export function goToFirst(form: HTMLElement, measure: string | undefined): void {
  const line = measure === undefined ? null : form.querySelector(`[data-measure="${measure}"]`);
  goTo(line?.querySelector<HTMLElement>("[data-way]") ?? form.querySelector<HTMLElement>("[data-onward]"));
}

/** Goes to what hinders handing in: a wrong figure, else the word that is missing, else the line. */
export function goToFault(line: Element): void {
  const wrong = line.querySelector<HTMLElement>("[aria-invalid=true]");
  const words = [...line.querySelectorAll<HTMLInputElement>("input[data-way=word]")];
  goTo(wrong ?? words.find(({ value }) => value === "") ?? line.querySelector<HTMLElement>("[data-way]"));
}

/** Enter and ↓ go to the next line in the same column, ↑ to the one before; after the last line comes the way on. */
export function moveByKeyboard(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget: form, key, nativeEvent } = event;
  if (!(target instanceof HTMLElement) || nativeEvent.isComposing) return;
  const row = target.closest("[data-row]");
  // What stands beside the cells, as 无变化 and the note, leads on in the column in which one types.
  const way = target.dataset.way ?? (row === null ? undefined : (form.dataset.column ?? "added"));
  const isChoice = target instanceof HTMLSelectElement;
  const isPressed = target.dataset.way === undefined && !(target instanceof HTMLInputElement && target.type === "text");
  const isForth = (key === "Enter" && !isPressed) || (key === "ArrowDown" && !isChoice);
  const isBack = key === "ArrowUp" && !isChoice;
  if (way === undefined || (!isForth && !isBack)) return;
  event.preventDefault();
  // A line that has one cell only must not change the column in which one types.
  const isOnlyOne = row?.querySelectorAll("[data-way]:not([data-way=word])").length === 1;
  if (!isOnlyOne && way !== "word") form.dataset.column = way;
  const cells =
    way === "word"
      ? [...form.querySelectorAll<HTMLElement>("[data-way=word]")]
      : cellsOf(form, form.dataset.column ?? "added");
  const place = way === "word" ? cells.indexOf(target) : cells.findIndex((cell) => row?.contains(cell));
  const next = cells[place + (isForth ? 1 : -1)];
  goTo(next ?? (isForth ? form.querySelector<HTMLElement>("[data-onward]") : null));
}
