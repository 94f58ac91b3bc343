import { afterEach, expect, it } from 'vitest';
import { asMinutes, learnServerTime, secondsUntil, serverNow } from './clock';

afterEach(() => learnServerTime(new Date(0).toISOString(), 0, 0));

it('reads the server clock in the middle of the question and the answer', () => {
  learnServerTime('1970-01-01T01:00:00Z', 1000, 3000);
  expect(serverNow(3000)).toBe(3_601_000);
});

it('counts whole seconds up, so that the last one is seen, and never below zero', () => {
  const deadline = '1970-01-01T00:01:00Z';
  expect(secondsUntil(deadline, 0)).toBe(60);
  expect(secondsUntil(deadline, 59_001)).toBe(1);
  expect(secondsUntil(deadline, 60_000)).toBe(0);
  expect(secondsUntil(deadline, 99_000)).toBe(0);
});

it('writes minutes and seconds', () => {
  expect([0, 9, 75, 600].map(asMinutes)).toEqual(['0:00', '0:09', '1:15', '10:00']);
});
