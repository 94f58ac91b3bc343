import { expect, test } from 'vitest';
import type { QuizPreview } from '@/generated/schema';
import { newQuestion } from '@/questions/draft';
import { flawsOf } from './check';
import {
  bankSlot,
  type DraftSlot,
  drawSlot,
  isBegun,
  newDraft,
  newPolicy,
  ownSlot,
  toCreateQuiz,
  toLocal,
  toMoment,
  toUpdateQuiz,
  withAspect,
} from './draft';
import { slotsOf } from './fromPreview';

const bank = bankSlot({ id: 'i', revision: 3, text: 'Why?', points: '2' });
const draw: DraftSlot = { ...drawSlot(), tags: ['fractions'], count: '3' } as DraftSlot;
const truth = ownSlot({ ...newQuestion('trueFalse'), text: 'So?' });

test('a draft becomes what the server takes, places as they are', () => {
  const draft = { ...newDraft(), title: ' Planets ', minutes: '2,5', pass: '60', slots: [truth, bank, draw] };
  const input = toCreateQuiz('c', draft);
  expect(input).toMatchObject({
    classroomId: 'c',
    title: 'Planets',
    timeLimitSeconds: 150,
    passScore: 0.6,
    maxAttempts: 1,
    opensAt: null,
    password: null,
  });
  expect(input.questions).toMatchObject([
    { type: 'trueFalse', correct: true },
    { type: 'bank', itemId: 'i', revision: 3, points: 2 },
    { type: 'draw', tags: ['fractions'], count: 3, points: 1 },
  ]);
  expect(toCreateQuiz('c', { ...draft, timed: false }).timeLimitSeconds).toBeNull();
});

test('of an open quiz only its frame is changed, and a password only when one is typed', () => {
  const draft = { ...newDraft(), title: 'Planets', locked: true };
  expect(toUpdateQuiz(draft, true)).not.toHaveProperty('questions');
  expect(toUpdateQuiz(draft, true)).not.toHaveProperty('tokensReward');
  expect(toUpdateQuiz(draft, false)).toHaveProperty('questions');
  expect(toUpdateQuiz(draft, true)).not.toHaveProperty('password');
  expect(toUpdateQuiz({ ...draft, password: 'moon' }, true).password).toBe('moon');
  expect(toUpdateQuiz({ ...draft, locked: false, password: 'moon' }, true).password).toBeNull();
});

test('draws stand where they were', () => {
  const preview = {
    questions: [
      { type: 'trueFalse', id: 'q1', text: 'a', points: 1, explanation: null, correct: true },
      { type: 'trueFalse', id: 'q2', text: 'b', points: 2, explanation: null, correct: true },
    ],
    sources: { q2: { itemId: 'i', revision: 4 } },
    draws: [
      { at: 0, tags: ['x'], count: 1, points: 1 },
      { at: 2, tags: [], count: 2, points: 1 },
    ],
  } as unknown as QuizPreview;
  expect(slotsOf(preview)).toMatchObject([
    { kind: 'draw', tags: ['x'] },
    { kind: 'own' },
    { kind: 'bank', itemId: 'i', revision: 4, points: '2' },
    { kind: 'draw', count: '2' },
  ]);
});

test('moments keep their minute on the way to the form and back', () => {
  const moment = '2026-11-25T07:30:00.000Z';
  expect(toMoment(toLocal(moment))).toBe(moment);
  expect([toMoment(''), toLocal(null)]).toEqual([null, '']);
});

test('flaws are told by the names of the server', () => {
  const draft = {
    ...newDraft(),
    minutes: '',
    pass: '101',
    locked: true,
    opensAt: '2026-11-25T10:00',
    closesAt: '2026-11-25T09:00',
    slots: [ownSlot({ ...newQuestion('trueFalse'), points: '0' }), { ...draw, count: '' } as DraftSlot],
  };
  expect(flawsOf(draft)).toEqual({
    title: 'title',
    timeLimitSeconds: 'number',
    passScore: 'number',
    closesAt: 'window',
    password: 'password',
    'questions[0].text': 'text',
    'questions[0].points': 'number',
    'questions[1].count': 'number',
  });
  expect(flawsOf({ ...draft, timed: false }, true)).not.toHaveProperty('timeLimitSeconds');
  expect(flawsOf(draft, true)).not.toHaveProperty('password');
  expect(flawsOf({ ...newDraft(), title: 'x', slots: [] })).toEqual({ questions: 'some' });
});

test('an aspect is shown or not in one phase alone', () => {
  const policy = withAspect(newPolicy(), 'later', 'key', true);
  expect(policy.later).toEqual(['answers', 'correctness', 'marks', 'key']);
  expect(withAspect(policy, 'later', 'key', false)).toEqual(newPolicy());
});

test('an untouched draft is not worth keeping', () => {
  expect(isBegun(newDraft())).toBe(false);
  expect(isBegun({ ...newDraft(), slots: [draw] })).toBe(true);
});
