import { expect, test } from 'vitest';
import { moved, orderOf, placeAfter, placeUnder } from './moves';

test('a thing is moved and the others close up', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a'], 5, 0)).toEqual(['a']);
});

test('keys move by one and to the ends, and no further', () => {
  expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'x'].map((key) => placeAfter(key, 1, 4))).toEqual([
    0,
    2,
    0,
    3,
    null,
  ]);
  expect([placeAfter('ArrowUp', 0, 4), placeAfter('ArrowDown', 3, 4)]).toEqual([0, 3]);
});

test('an order counts only when it is one of just these things', () => {
  expect(orderOf(['a', 'b'], ['b', 'a'])).toEqual(['b', 'a']);
  for (const value of [null, ['a'], ['a', 'c'], 'ab']) expect(orderOf(['a', 'b'], value)).toEqual(['a', 'b']);
});

test('a finger is over the place whose middles it has passed', () => {
  expect([0, 15, 35].map((y) => placeUnder([10, 20, 30], y))).toEqual([0, 1, 3]);
});
