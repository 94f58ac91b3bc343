import { expect, test } from 'vitest';
import { guessFormat } from './formats';

test('the ending of a file tells its format', () => {
  expect(guessFormat('a.gift', '')).toBe('gift');
  expect(guessFormat('A.B.XML', '')).toBe('moodleXml');
  expect(guessFormat('table.tsv', '')).toBe('csv');
});

test('where it does not, the text does', () => {
  expect(guessFormat('a.txt', 'What?\nA. x\nB. y\nANSWER: B')).toBe('aiken');
  expect(guessFormat('a.txt', 'What? {=x ~y}')).toBe('gift');
  expect(guessFormat('', '<?xml version="1.0"?><quiz/>')).toBe('moodleXml');
  expect(guessFormat('', '"type";text;correct\nsingle;?;1')).toBe('csv');
});
