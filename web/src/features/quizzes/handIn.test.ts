import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AttemptResult } from '@/generated/schema';
import { Problem } from '@/lib/problem';
import { handIn } from './handIn';

const RESULT = { attemptId: 'a' } as AttemptResult;
const desk = { flush: vi.fn(async () => undefined), unsaved: () => ({ q1: 'late' }) };
const onWait = vi.fn();
let gone: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  gone = new AbortController();
});
afterEach(() => vi.useRealTimers());

const start = (submit: () => Promise<AttemptResult>) => handIn({ desk, submit, onWait, signal: gone.signal });

test('saves first, then sends what could not be saved', async () => {
  const submit = vi.fn(async () => RESULT);
  expect(await start(submit)).toBe(RESULT);
  expect(desk.flush).toHaveBeenCalledBefore(submit);
  expect(submit).toHaveBeenCalledWith({ q1: 'late' });
});

test('waits for the line', async () => {
  const submit = vi.fn(async () => RESULT).mockRejectedValueOnce(Problem.offline());
  const handed = start(submit);
  await vi.runAllTimersAsync();
  expect(await handed).toBe(RESULT);
  expect(onWait).toHaveBeenCalledOnce();
});

test('has no result of its own when the clock was faster', async () => {
  expect(await start(() => Promise.reject(new Problem({ code: 'attempt-closed', status: 409 })))).toBeNull();
});

test('tells what cannot be cured by waiting', async () => {
  const refused = new Problem({ code: 'invalid-answer', status: 422 });
  await expect(start(() => Promise.reject(refused))).rejects.toBe(refused);
});

test('stops waiting when the screen is gone', async () => {
  const handed = start(() => Promise.reject(Problem.offline()));
  await vi.advanceTimersByTimeAsync(10);
  gone.abort();
  await vi.runAllTimersAsync();
  expect(await handed).toBeNull();
});
