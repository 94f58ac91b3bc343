import type { AttemptResult } from '@/generated/api';
import { asProblem } from '@/lib/problem';
import { lastResult, submitAttempt } from './api';
import type { Desk } from './desk';

const RETRY_MS = 2500;

/**
 * Hands an attempt in, however long the line is down: what the server has saved is handed in by its own clock anyway.
 * `onWait` hears whether we are waiting for the line. Null when the server has no result to show.
 */
export async function handIn(
  quizId: string,
  desk: Desk,
  onWait: (waiting: boolean) => void,
  signal: AbortSignal,
): Promise<AttemptResult | null> {
  for (;;) {
    try {
      return await submitAttempt(quizId, desk.unsaved());
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'attempt-closed' || problem.code === 'no-open-attempt') return lastResult(quizId);
      if (!problem.passing || signal.aborted) throw problem;
    }
    onWait(true);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
