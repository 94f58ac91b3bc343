import type { KeyboardEvent } from 'react';

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads from a cell; null when it stays with the cell, as an arrow inside a text does. */
export function stepOf(
  key: string,
  caret: { start: number; end: number; length: number } | null,
): readonly [number, number] | null {
  const step = STEPS[key];
  if (!step) return null;
  if (!caret) return key === 'Enter' ? null : step;
  const whole = caret.start === 0 && caret.end === caret.length;
  if (key === 'ArrowLeft' && !whole && (caret.start !== caret.end || caret.start > 0)) return null;
  if (key === 'ArrowRight' && !whole && (caret.start !== caret.end || caret.end < caret.length)) return null;
  return step;
}

/** Moves the focus through the cells of a table, each marked with `data-cell="row:column"`. */
export function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const from = event.target;
  if (!(from instanceof HTMLElement)) return;
  const at = from.closest<HTMLElement>('[data-cell]')?.dataset.cell?.split(':').map(Number);
  const step = stepOf(event.key, caretOf(from));
  if (!at || !step) return;
  const [row = 0, column = 0] = at;
  const to = event.currentTarget.querySelector<HTMLElement>(
    `[data-cell="${row + step[0]}:${column + step[1]}"] :is(input, button)`,
  );
  if (!to) return;
  event.preventDefault();
  to.focus();
}

const caretOf = (element: HTMLElement) =>
  element instanceof HTMLInputElement
    ? { start: element.selectionStart ?? 0, end: element.selectionEnd ?? 0, length: element.value.length }
    : null;
