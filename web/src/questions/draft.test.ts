import { describe, expect, it, test } from 'vitest';
import { asSeen } from './asSeen';
import { blankGap } from './cloze';
import {
  type DraftOption,
  type DraftQuestion,
  filledOptions,
  marked,
  newNumber,
  newQuestion,
  newText,
  numberOf,
  retyped,
} from './draft';
import { flawsOfQuestion } from './flaws';
import { fromStored } from './fromStored';
import type { StoredQuestion } from './kinds';
import { toInput } from './toInput';
import { optionsInput, scoringOf } from './weights';

const options = (...texts: string[]): DraftOption[] =>
  texts.map((text) => ({
    key: text,
    text: text.replace('*', ''),
    correct: text.endsWith('*'),
    share: '0',
    feedback: '',
  }));
const question = (change: Partial<DraftQuestion>): DraftQuestion => ({
  ...newQuestion(),
  text: ' Why? ',
  ...change,
});
const COMMON = { text: 'Why?', points: 1, explanation: null };
const flaws = (change: Partial<DraftQuestion>) => Object.fromEntries(flawsOfQuestion(question(change)));

describe('a draft becomes what the server takes', () => {
  it('single and multiple', () => {
    expect(toInput(question({ options: options('Mars', 'Earth*', '') }))).toEqual({
      ...COMMON,
      type: 'single',
      options: [
        { text: 'Mars', correct: false },
        { text: 'Earth', correct: true },
      ],
    });
    const free = question({ type: 'multiple', scoring: 'free', options: options('a*', 'b*', 'c') });
    expect(toInput(free)).toMatchObject({ options: [{ weight: 0.5 }, { weight: 0.5 }, { weight: 0 }] });
  });

  it('trueFalse', () => {
    expect(
      toInput(question({ type: 'trueFalse', truth: false, feedbackTrue: 'No.', explanation: 'So.' })),
    ).toEqual({
      ...COMMON,
      type: 'trueFalse',
      correct: false,
      feedbackTrue: 'No.',
      feedbackFalse: null,
      explanation: 'So.',
    });
  });

  it('shortAnswer', () => {
    const texts = [
      { ...newText(), text: ' Neptun* ' },
      { ...newText(), text: 'Uranus', share: '50' },
      newText(),
    ];
    expect(toInput(question({ type: 'shortAnswer', texts, wildcards: true, maxEdits: '1' }))).toEqual({
      ...COMMON,
      type: 'shortAnswer',
      accepted: [
        { text: 'Neptun*', weight: 1, feedback: null },
        { text: 'Uranus', weight: 0.5, feedback: null },
      ],
      caseSensitive: false,
      wildcards: true,
      maxEdits: 1,
    });
  });

  it('numeric, with commas, percents, ranges and units', () => {
    const numbers = [
      { ...newNumber(), value: '9,81', kind: 'relative' as const, tolerance: '2' },
      { ...newNumber(), value: '9', high: '10', kind: 'range' as const, share: '50' },
    ];
    const units = [{ key: 'u', name: ' m/s² ', factor: '1' }];
    expect(toInput(question({ type: 'numeric', numbers, units }))).toMatchObject({
      accepted: [
        { value: 9.81, high: null, tolerance: 0.02, kind: 'relative', weight: 1 },
        { value: 9, high: 10, tolerance: 0, kind: 'absolute', weight: 0.5 },
      ],
      units: [{ name: 'm/s²', factor: 1 }],
      unitPenalty: 0.5,
    });
    expect(toInput(question({ type: 'numeric', numbers }))).toMatchObject({ units: [], unitPenalty: 0 });
  });

  it('essay', () => {
    const rubric = [{ key: 'r', text: 'Reasons', levels: [{ key: 'l', points: '0', text: 'none' }] }];
    expect(
      toInput(question({ type: 'essay', minWords: '', maxWords: '200', rubric, template: ' Dear' })),
    ).toEqual({
      ...COMMON,
      type: 'essay',
      minWords: 0,
      maxWords: 200,
      template: ' Dear',
      rubric: [{ text: 'Reasons', levels: [{ points: 0, text: 'none' }] }],
      graderNotes: null,
    });
  });

  it('matching and ordering', () => {
    const pairs = [
      { key: '1', prompt: 'cat', answer: ' Katze' },
      { key: '2', prompt: '', answer: '' },
    ];
    expect(toInput(question({ type: 'matching', pairs, distractors: 'Hund\n\n Maus' }))).toMatchObject({
      pairs: [{ prompt: 'cat', answer: 'Katze' }],
      distractors: ['Hund', 'Maus'],
    });
    const items = ['a', 'b', ''].map((text) => ({ key: text, text }));
    expect(toInput(question({ type: 'ordering', items, strategy: 'longestRun' }))).toMatchObject({
      items: ['a', 'b'],
      strategy: 'longestRun',
    });
  });

  it('cloze', () => {
    const gaps = [
      { ...blankGap('1', 'choice'), options: options('a*', 'b') },
      { ...blankGap('2', 'text'), texts: [{ ...newText(), text: 'x' }], weight: '2' },
      { ...blankGap('3', 'number'), numbers: [{ ...newNumber(), value: '4' }] },
    ];
    expect(toInput(question({ type: 'cloze', text: '{{1}} {{2}} {{3}}', gaps }))).toMatchObject({
      text: '{{1}} {{2}} {{3}}',
      gaps: [
        { type: 'choice', id: '1', layout: 'menu', options: [{ correct: true }, { correct: false }] },
        { type: 'text', id: '2', weight: 2, accepted: [{ text: 'x', weight: 1 }] },
        { type: 'number', id: '3', accepted: [{ value: 4 }] },
      ],
    });
  });
});

test('typed thirds add up to everything, exactly', () => {
  const three = options('a', 'b', 'c', 'd').map((one, index) => ({
    ...one,
    share: index < 3 ? '33.33' : '-50',
  }));
  const weights = optionsInput({ type: 'multiple', scoring: 'custom', options: three }).map(
    ({ weight }) => weight ?? 0,
  );
  expect(weights.slice(0, 3).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(weights[3]).toBe(-0.5);
});

test('the rule behind stored weights is known again', () => {
  expect(scoringOf([0.5, 0.5, -0.5], true)).toBe('even');
  expect(scoringOf([0.5, 0.5, -1], true)).toBe('shared');
  expect(scoringOf([0.5, 0.5, 0], true)).toBe('free');
  expect(scoringOf([0.7, 0.3, 0], true)).toBe('custom');
  expect(scoringOf([1, 0, 0], false)).toBe('even');
  expect(scoringOf([1, 0.5, 0], false)).toBe('custom');
});

test('what was stored comes back as it was written', () => {
  const stored: StoredQuestion[] = [
    {
      type: 'matching',
      id: 'q',
      text: 'T',
      points: 2,
      explanation: 'E',
      pairs: [{ id: 'p', prompt: 'cat', choiceId: 'k' }],
      choices: [
        { id: 'k', text: 'Katze' },
        { id: 'h', text: 'Hund' },
      ],
    },
    {
      type: 'cloze',
      id: 'q',
      text: 'a {{zz}} b',
      points: 1,
      explanation: null,
      gaps: [
        {
          type: 'number',
          id: 'zz',
          weight: 1,
          accepted: [{ value: 2, high: null, tolerance: 0.1, kind: 'relative', weight: 1, feedback: null }],
        },
      ],
    },
  ];
  expect(stored.map((one) => toInput(fromStored(one)))).toMatchObject([
    {
      type: 'matching',
      points: 2,
      explanation: 'E',
      pairs: [{ prompt: 'cat', answer: 'Katze' }],
      distractors: ['Hund'],
    },
    {
      type: 'cloze',
      text: 'a {{1}} b',
      gaps: [{ id: '1', accepted: [{ value: 2, tolerance: 0.1, kind: 'relative' }] }],
    },
  ]);
});

test('a preview tells no order', () => {
  const items = ['c', 'a', 'b'].map((key) => ({ key, text: key.toUpperCase() }));
  const seen = asSeen(question({ type: 'ordering', items }));
  expect(seen.type === 'ordering' && seen.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('empty options at the end are left out, others keep their place', () => {
  expect(filledOptions(options('a', '', 'c', '')).map(({ text }) => text)).toEqual(['a', '', 'c']);
  expect(filledOptions(options('', '', ''))).toHaveLength(2);
});

test('one right answer drives out the other, several stay', () => {
  const right = (list: DraftOption[]) => list.filter(({ correct }) => correct).map(({ text }) => text);
  const single = question({ options: options('a*', 'b', 'c') });
  expect(right(marked(single, 'b', true))).toEqual(['b']);
  expect(right(marked(retyped(single, 'multiple'), 'b', true))).toEqual(['a', 'b']);
  const several = question({ type: 'multiple', options: options('a', 'b*', 'c*') });
  expect(right(retyped(several, 'single').options)).toEqual(['b']);
});

describe('what cannot be asked is said by the names of the server', () => {
  it('for choices', () => {
    expect(flaws({ options: options('a*', '', 'c') })).toEqual({ 'options[1].text': 'optionText' });
    expect(flaws({ type: 'multiple', text: ' ', points: '0', options: options('a', 'b') })).toEqual({
      text: 'text',
      points: 'number',
      options: 'rightSome',
    });
    expect(flaws({ scoring: 'custom', options: options('a*', 'b') })).toEqual({ options: 'wholeOne' });
  });

  it('for what is typed', () => {
    expect(flaws({ type: 'shortAnswer' })).toEqual({ accepted: 'accepted' });
    expect(flaws({ type: 'numeric', units: [{ key: 'u', name: '5', factor: '0' }] })).toEqual({
      'accepted[0].value': 'number',
      'units[0].name': 'unit',
      'units[0].factor': 'number',
    });
    expect(flaws({ type: 'essay', minWords: '50', maxWords: '10' })).toEqual({ maxWords: 'words' });
  });

  it('for what is arranged', () => {
    expect(flaws({ type: 'matching', pairs: [{ key: 'p', prompt: 'a', answer: '' }] })).toEqual({
      'pairs[0]': 'pair',
      pairs: 'pairs',
    });
    expect(flaws({ type: 'ordering' })).toMatchObject({ items: 'items' });
    expect(
      flaws({ type: 'cloze', gaps: [{ ...blankGap('1'), texts: [{ ...newText(), text: 'x' }] }] }),
    ).toEqual({
      'gaps[0]': 'gapLost',
    });
  });
});

test('numbers may be typed with a comma', () => {
  expect([numberOf('1,5'), numberOf(' 2 '), numberOf(''), numberOf('x')]).toEqual([
    1.5,
    2,
    Number.NaN,
    Number.NaN,
  ]);
});
