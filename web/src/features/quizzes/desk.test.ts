import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AnswerSaved, AttemptView } from '@/generated/schema';
import { Problem } from '@/lib/problem';
import { type AnswerValue, isAnswered } from '@/questions/kinds';
import { backoff, type Desk, GATHER_MS, openDesk } from './desk';

const attempt = {
  id: 'a',
  quizId: 'z',
  questions: [
    { id: 'q1', type: 'shortAnswer', text: '?', points: 1, options: [] },
    { id: 'q2', type: 'trueFalse', text: '?', points: 1, options: [] },
  ],
  answers: { q2: { value: true, revision: 3 } },
} as unknown as AttemptView;

type Reply = (saved: number | Error) => void;
let sent: { id: string; value: AnswerValue; revision: number; reply: Reply }[];
let desk: Desk;

const state = (id: string) => desk.store.getState().answers[id];
const changed = (value: AnswerValue, revision: number) =>
  Object.assign(new Problem({ code: 'answer-changed', status: 409, current: { value, revision } }));

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  desk = openDesk(
    attempt,
    (id, value, revision) =>
      new Promise<AnswerSaved>((resolve, reject) => {
        const reply: Reply = (saved) =>
          saved instanceof Error
            ? reject(saved)
            : resolve({ questionId: id, revision: saved, answered: 1, savedAt: '' });
        sent.push({ id, value, revision, reply });
      }),
  );
});
afterEach(() => {
  desk.close();
  vi.useRealTimers();
});

async function answered(place: number, saved: number | Error): Promise<void> {
  sent[place]?.reply(saved);
  await vi.advanceTimersByTimeAsync(0);
}

test('what was saved before is there', () => {
  expect(state('q2')).toEqual({ value: true, revision: 3, state: 'saved' });
  expect(state('q1')).toEqual({ value: null, revision: 0, state: 'idle' });
});

test('letters are gathered, a choice is saved at once', async () => {
  desk.answer('q1', 'N');
  await vi.advanceTimersByTimeAsync(GATHER_MS - 1);
  desk.answer('q1', 'Ne');
  desk.answer('q2', false);
  await vi.advanceTimersByTimeAsync(GATHER_MS - 1);
  expect(sent.map(({ id, value, revision }) => [id, value, revision])).toEqual([['q2', false, 3]]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent[1]).toMatchObject({ id: 'q1', value: 'Ne', revision: 0 });
  await answered(1, 1);
  expect(state('q1')).toEqual({ value: 'Ne', revision: 1, state: 'saved' });
});

test('one save of a question at a time, the next with the revision of the last', async () => {
  desk.answer('q2', false);
  await vi.advanceTimersByTimeAsync(0);
  desk.answer('q2', true);
  await vi.advanceTimersByTimeAsync(50);
  expect(sent).toHaveLength(1);
  await answered(0, 4);
  expect(sent[1]).toMatchObject({ value: true, revision: 4 });
  expect(state('q2')?.state).toBe('saving');
});

test('without a line it is kept, tried again more slowly, and counts as unsaved', async () => {
  desk.answer('q2', false);
  await vi.advanceTimersByTimeAsync(0);
  await answered(0, Problem.offline());
  expect(state('q2')?.state).toBe('offline');
  expect(desk.unsaved()).toEqual({ q2: false });
  await vi.advanceTimersByTimeAsync(backoff(0));
  await answered(1, Problem.offline());
  await vi.advanceTimersByTimeAsync(backoff(1) - 1);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  await answered(2, 4);
  expect(state('q2')?.state).toBe('saved');
  expect(desk.unsaved()).toEqual({});
});

test('flush sends what waits without delay and ends with the reply', async () => {
  desk.answer('q1', 'Neptune');
  let done = false;
  void desk.flush().then(() => {
    done = true;
  });
  expect(sent).toHaveLength(1);
  expect(done).toBe(false);
  await answered(0, 1);
  expect(done).toBe(true);
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(sent).toHaveLength(1);
});

test('an answer that was changed elsewhere is taken', async () => {
  desk.answer('q2', false);
  await vi.advanceTimersByTimeAsync(0);
  await answered(0, changed(null, 7));
  expect(state('q2')).toEqual({ value: null, revision: 7, state: 'replaced' });
});

test('a save whose reply was lost is known again as ours', async () => {
  desk.answer('q1', 'Nep');
  void desk.flush();
  await answered(0, Problem.offline());
  desk.answer('q1', 'Neptune');
  void desk.flush();
  await answered(1, changed('Nep', 1));
  expect(sent[2]).toMatchObject({ value: 'Neptune', revision: 1 });
  await answered(2, 2);
  expect(state('q1')).toEqual({ value: 'Neptune', revision: 2, state: 'saved' });
});

test('a closed attempt takes no more answers', async () => {
  desk.answer('q2', false);
  await vi.advanceTimersByTimeAsync(0);
  await answered(0, new Problem({ code: 'attempt-closed', status: 409 }));
  expect(desk.store.getState().over).toBe(true);
  desk.answer('q2', true);
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toHaveLength(1);
});

test('a refused answer is not sent with the attempt', async () => {
  desk.answer('q2', false);
  await vi.advanceTimersByTimeAsync(0);
  await answered(0, new Problem({ code: 'invalid-answer', status: 422 }));
  expect(state('q2')?.state).toBe('failed');
  expect(desk.unsaved()).toEqual({});
});

test('what is typed into a gap is gathered too', async () => {
  desk.answer('q1', { gap: 'N' });
  await vi.advanceTimersByTimeAsync(GATHER_MS - 1);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent[0]).toMatchObject({ value: { gap: 'N' } });
});

test('empty texts and choices are no answers', () => {
  expect([null, undefined, '', '  ', []].map(isAnswered)).toEqual([false, false, false, false, false]);
  expect([false, 'x', ['x']].map(isAnswered)).toEqual([true, true, true]);
});
