import { expect, test } from 'vitest';
import { blankGap, freeName, keyOf, lostGaps, madeGap, renamed, withoutGap } from './cloze';

const TEXT = 'Water boils at 100 degrees.';
const select = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

test('selected words become a gap that they belong into, blanks around them stay', () => {
  const made = madeGap({ text: TEXT, gaps: [] }, ...select(' boils '));
  expect(made.text).toBe('Water {{1}} at 100 degrees.');
  expect(made.gaps).toMatchObject([{ id: '1', kind: 'text', texts: [{ text: 'boils', share: '100' }] }]);
});

test('a number becomes a gap for a number, and gaps stand in the order of the text', () => {
  const one = madeGap({ text: TEXT, gaps: [] }, ...select('100'));
  expect(one.gaps).toMatchObject([{ kind: 'number', numbers: [{ value: '100' }] }]);
  const two = madeGap(one, 0, 5);
  expect(two.text).toBe('{{2}} boils at {{1}} degrees.');
  expect(two.gaps.map(({ id }) => id)).toEqual(['2', '1']);
});

test('a gap that is taken away leaves its words', () => {
  const made = madeGap({ text: TEXT, gaps: [] }, ...select('degrees'));
  expect(withoutGap(made, '1')).toEqual({ text: TEXT, gaps: [] });
  const dollars = {
    text: '{{1}}',
    gaps: [{ ...blankGap('1'), texts: [{ key: 'k', text: '$& $1', share: '100', feedback: '' }] }],
  };
  expect(withoutGap(dollars, '1').text).toBe('$& $1');
});

test('names are free numbers, and are changed all at once', () => {
  expect(freeName(['1', '3'])).toBe('2');
  const names = new Map([
    ['1', '2'],
    ['2', '1'],
  ]);
  expect(renamed('{{1}} {{2}} {{x}} {{ }}', names)).toBe('{{2}} {{1}} {{x}} {{ }}');
});

test('a gap is lost where it is not, twice, or where nobody can write', () => {
  const gaps = ['a', 'b', 'c', 'd'].map((id) => blankGap(id));
  expect(lostGaps({ text: '**{{a}}** {{b}} {{b}} $x + {{c}}$', gaps })).toEqual(['b', 'c', 'd']);
});

test('what belongs in a gap depends on its kind', () => {
  const gap = {
    ...blankGap('1'),
    options: [{ key: 'k', text: 'B', correct: true, share: '0', feedback: '' }],
  };
  expect([keyOf({ ...gap, kind: 'choice' }), keyOf({ ...gap, kind: 'number' })]).toEqual(['B', '']);
});
