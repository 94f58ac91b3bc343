import { expect, test } from 'vitest';
import { addDays, isoDay, mondayOf, weekFrom } from './days';

test('a week begins on Monday', () => {
  for (const day of [2, 4, 8]) expect(isoDay(mondayOf(new Date(2026, 2, day)))).toBe('2026-03-02');
  expect(isoDay(mondayOf(new Date(2026, 2, 9)))).toBe('2026-03-09');
});

test('days follow each other over the ends of months and changes of the clocks', () => {
  expect(isoDay(addDays(new Date(2026, 1, 28), 1))).toBe('2026-03-01');
  const week = weekFrom(new Date(2026, 2, 23)).map(isoDay);
  expect(week[6]).toBe('2026-03-29');
  expect(new Set(week).size).toBe(7);
});
