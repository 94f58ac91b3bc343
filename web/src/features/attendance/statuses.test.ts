import { expect, test } from 'vitest';
import { STATUSES, strokes, total } from './statuses';

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 12, minutes)).toISOString();
const NOON = Date.parse(at(0));
const HOUR = NOON + 3_600_000;

test('stretches of presence lie where they were', () => {
  expect(strokes([{ start: at(15), end: at(30) }], NOON, HOUR)).toEqual([{ x: 250, width: 250 }]);
  expect(strokes([{ start: at(-10), end: at(90) }], NOON, HOUR)).toEqual([{ x: 0, width: 1000 }]);
});

test('none is too short to be seen, and a session without length does no harm', () => {
  expect(strokes([{ start: at(30), end: at(30) }], NOON, HOUR)[0]?.width).toBe(4);
  expect(strokes([{ start: at(0), end: at(0) }], NOON, NOON)).toHaveLength(1);
});

test('everybody is counted once', () => {
  const counts = Object.fromEntries(STATUSES.map((status, place) => [status, place]));
  expect(total(counts as unknown as Parameters<typeof total>[0])).toBe(15);
});
