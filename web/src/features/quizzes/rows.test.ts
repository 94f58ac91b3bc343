import { expect, test } from 'vitest';
import type { ResultRow, UserProgress } from '@/generated/schema';
import type { Person } from '@/room/store';
import { averageScore, bestRows, progressRows } from './rows';

const listed = (userId: string, change: Partial<ResultRow> = {}): ResultRow => ({
  attemptId: `z:${userId}:1`,
  userId,
  name: userId,
  number: 1,
  state: 'open',
  answered: 1,
  score: null,
  tokensEarned: 0,
  submittedAt: null,
  ...change,
});
const told = (userId: string, answered: number): UserProgress => ({
  quizId: 'z',
  userId,
  name: userId,
  answered,
  questionCount: 4,
  state: 'open',
  score: null,
});
const person = (userId: string, standing: Person['standing']) =>
  ({ userId, name: userId, standing }) as Person;

test('news counts when it came after the list was asked for', () => {
  const old = told('mira', 1);
  const heard = { mira: old };
  const list = [listed('mira', { answered: 3 })];
  const of = (live: Record<string, UserProgress>) => progressRows({ listed: list, heard, live, people: {} });
  expect(of({ mira: old })[0]?.answered).toBe(3);
  expect(of({ mira: told('mira', 2) })[0]?.answered).toBe(2);
});

test('students in the room who have not begun are shown, teachers are not', () => {
  const people = {
    ada: person('ada', 'teacher'),
    tom: person('tom', 'student'),
    mira: person('mira', 'student'),
  };
  const rows = progressRows({ listed: [listed('tom')], heard: {}, live: {}, people });
  expect(rows.map(({ userId, state }) => [userId, state])).toEqual([
    ['mira', 'waiting'],
    ['tom', 'open'],
  ]);
});

test('the newest attempt is the one that is watched', () => {
  const list = [listed('tom', { number: 2 }), listed('tom', { number: 1, state: 'submitted', score: 1 })];
  expect(progressRows({ listed: list, heard: {}, live: {}, people: {} })).toEqual([
    { userId: 'tom', name: 'tom', answered: 1, state: 'open', score: null },
  ]);
});

test('the best attempt counts in the end', () => {
  const list = [0.5, 0.9, 0.2].map((score, place) => listed('tom', { number: place + 1, score }));
  expect(bestRows([...list, listed('ada', { score: 0 })])).toMatchObject([
    { userId: 'ada', score: 0, attempts: 1 },
    { userId: 'tom', score: 0.9, attempts: 3 },
  ]);
});

test('an average needs a score', () => {
  expect(averageScore([{ score: null }])).toBeNull();
  expect(averageScore([{ score: null }, { score: 0.5 }, { score: 1 }])).toBe(0.75);
});
