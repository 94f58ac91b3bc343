import { expect, test } from 'vitest';
import { face, HAND_IN_EARLY_MS, passed } from './countdown';

const START = '2026-11-23T10:00:00Z';
const END = '2026-11-23T10:05:00Z';
const left = (ms: number) => face(START, END, Date.parse(END) - ms);

test('shows whole seconds and the share of the time', () => {
  expect(left(300_000)).toEqual({ seconds: 300, share: 1, hurry: 'calm', ended: false });
  expect(left(149_999)).toMatchObject({ seconds: 150, hurry: 'calm' });
  expect(left(60_000).hurry).toBe('soon');
  expect(left(10_000).hurry).toBe('last');
});

test('ends a little early, and stays ended', () => {
  expect(left(HAND_IN_EARLY_MS + 1).ended).toBe(false);
  expect(left(HAND_IN_EARLY_MS).ended).toBe(true);
  expect(left(-5000)).toMatchObject({ seconds: 0, share: 0, ended: true });
});

test('says each mark once, also when seconds were skipped', () => {
  expect(passed(62, 61)).toBeNull();
  expect(passed(61, 60)).toBe(60);
  expect(passed(60, 59)).toBeNull();
  expect(passed(70, 40)).toBe(60);
});
