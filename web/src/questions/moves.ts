import { type AnswerValue, chosenOf } from './kinds';

/** The list with the thing at `from` at place `to` instead; places outside of the list are its ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const thing = list[from];
  return thing === undefined ? [...list] : rest.toSpliced(clamp(to, rest.length), 0, thing);
}

const clamp = (place: number, last: number): number => Math.max(0, Math.min(last, place));

/** Where a key moves the thing at `at`; null for keys that move nothing. */
export function placeAfter(key: string, at: number, count: number): number | null {
  const places: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: count - 1 };
  const to = places[key];
  return to === undefined ? null : clamp(to, count - 1);
}

/** The order to show: the answered one if it is an order of just these ids, the one they came in otherwise. */
export function orderOf(ids: readonly string[], value: AnswerValue): string[] {
  const given = chosenOf(value);
  const same = given.length === ids.length && ids.every((id) => given.includes(id));
  return same ? given : [...ids];
}

/** The place in a column of things, each with its middle at `middles[i]`, over which a finger at `y` is. */
export const placeUnder = (middles: readonly number[], y: number): number =>
  middles.filter((middle) => middle < y).length;
