import { expect, test } from 'vitest';
import { flawsOf } from './check';
import { type DraftQuestion, filled, marked, newDraft, newQuestion, retyped, toCreateQuiz } from './draft';

const options = (...texts: string[]): DraftQuestion['options'] =>
  texts.map((text) => ({ key: text, text: text.replace('*', ''), correct: text.endsWith('*') }));
const question = (change: Partial<DraftQuestion>): DraftQuestion => ({
  ...newQuestion(),
  text: 'Why?',
  ...change,
});

test('a draft becomes what the server takes', () => {
  const draft = {
    ...newDraft(),
    title: ' Planets ',
    minutes: '2.5',
    pass: '60',
    questions: [
      question({ options: options('Mars', 'Earth*', ''), explanation: ' ' }),
      question({ type: 'trueFalse', truth: false, points: '2' }),
      question({ type: 'shortAnswer', accepted: ' a \n\n b', caseSensitive: true, explanation: 'So.' }),
    ],
  };
  const common = { text: 'Why?', points: 1, explanation: null };
  expect(toCreateQuiz('c', draft)).toEqual({
    classroomId: 'c',
    title: 'Planets',
    timeLimitSeconds: 150,
    passScore: 0.6,
    tokensReward: 10,
    maxAttempts: 1,
    shuffle: true,
    shuffleOptions: true,
    questions: [
      {
        ...common,
        type: 'single',
        options: [
          { text: 'Mars', correct: false },
          { text: 'Earth', correct: true },
        ],
      },
      { ...common, type: 'trueFalse', correct: false, points: 2 },
      { ...common, type: 'shortAnswer', accepted: ['a', 'b'], caseSensitive: true, explanation: 'So.' },
    ],
  });
});

test('empty options at the end are left out, others keep their place', () => {
  expect(filled(question({ options: options('a', '', 'c', '') })).map(({ text }) => text)).toEqual([
    'a',
    '',
    'c',
  ]);
  expect(filled(question({ options: options('', '', '') }))).toHaveLength(2);
});

test('one right answer drives out the other, several stay', () => {
  const right = (one: DraftQuestion['options']) =>
    one.filter(({ correct }) => correct).map(({ text }) => text);
  const single = question({ options: options('a*', 'b', 'c') });
  expect(right(marked(single, 'b', true))).toEqual(['b']);
  const multiple = retyped(single, 'multiple');
  expect(right(marked(multiple, 'b', true))).toEqual(['a', 'b']);
  expect(right(retyped({ ...multiple, options: options('a', 'b*', 'c*') }, 'single').options)).toEqual(['b']);
});

test('flaws are told by the names of the server', () => {
  const draft = {
    ...newDraft(),
    minutes: '',
    pass: '101',
    questions: [
      question({ options: options('a*', '', 'c') }),
      question({ type: 'multiple', text: ' ', options: options('a', 'b') }),
      question({ type: 'shortAnswer', accepted: '\n', points: '0' }),
      question({ type: 'trueFalse' }),
    ],
  };
  expect(flawsOf(draft)).toEqual({
    title: 'title',
    timeLimitSeconds: 'number',
    passScore: 'number',
    'questions[0].options[1].text': 'optionText',
    'questions[1].text': 'text',
    'questions[1].options': 'rightSome',
    'questions[2].points': 'number',
    'questions[2].accepted': 'accepted',
  });
});
