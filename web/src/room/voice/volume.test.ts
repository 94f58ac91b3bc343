import { expect, it } from 'vitest';
import { volumeOf } from './volume';

const at = (distance: number, everywhere = false, muted = false) => volumeOf({ distance, everywhere, muted });

it('falls with the distance, to nothing at the edge of earshot', () => {
  expect(at(0)).toBe(1);
  expect(at(1.5)).toBe(1);
  expect(at(3)).toBeLessThan(at(2));
  expect(at(6)).toBeGreaterThan(0);
  expect(at(8)).toBe(0);
  expect(at(30)).toBe(0);
});

it('carries through the whole room for teachers and the spotlight', () => {
  expect(at(17, true)).toBe(0.75);
  expect(at(1, true)).toBe(1);
});

it('is nothing for who is muted', () => {
  expect(at(0, true, true)).toBe(0);
});
