import { expect, test } from 'vitest';
import { lengthOf, wordCount } from './count';

test('words are what has a letter or a digit', () => {
  expect(['', '  ', 'one', 'one – two', "it's über-gut, 3 times"].map(wordCount)).toEqual([0, 0, 1, 2, 4]);
});

test('a text is short, good or long', () => {
  expect([lengthOf(4, 5, null), lengthOf(5, 5, 6), lengthOf(7, 0, 6)]).toEqual(['short', 'good', 'long']);
});
