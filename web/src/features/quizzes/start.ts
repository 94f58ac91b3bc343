import type { AttemptView } from '@/generated/schema';
import { api } from '@/lib/api';
import { learnServerTime } from '@/lib/clock';
import { randomId } from '@/lib/ids';
import { asProblem, Problem } from '@/lib/problem';
import { accessToken, renew } from '@/lib/session';

/** quiz id -> the key of a start whose reply has not arrived: asking again must not use up a second attempt. */
const keys = new Map<string, string>();

/** Starts an attempt, or takes up the one that is open already. */
export async function startAttempt(quizId: string, password: string | null = null): Promise<AttemptView> {
  const key = keys.get(quizId) ?? randomId();
  keys.set(quizId, key);
  const sentAt = Date.now();
  try {
    const attempt = await postOnce(quizId, key, password);
    learnServerTime(attempt.serverTime, sentAt);
    keys.delete(quizId);
    return attempt;
  } catch (error) {
    const problem = asProblem(error);
    if (!problem.passing) keys.delete(quizId);
    if (problem.code === 'attempt-open') return resumeAttempt(quizId);
    throw problem;
  }
}

/** The open attempt with everything that is saved: after a reload, or on another device. */
export async function resumeAttempt(quizId: string): Promise<AttemptView> {
  const sentAt = Date.now();
  const attempt = await api.get<AttemptView>(`/quiz/${quizId}/attempt`);
  learnServerTime(attempt.serverTime, sentAt);
  return attempt;
}

/** A call with an Idempotency-Key, which the common client has no place for. */
async function postOnce(quizId: string, key: string, password: string | null): Promise<AttemptView> {
  const send = () =>
    fetch(`/api/quiz/${quizId}/start`, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${accessToken()}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      body: JSON.stringify({ password }),
    }).catch(() => {
      throw Problem.offline();
    });
  let response = await send();
  if (response.status === 401 && (await renew())) response = await send();
  if (!response.ok) throw await Problem.from(response);
  return response.json();
}
