import type { AttemptResult } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import type { AnswerValue } from '@/questions/kinds';
import type { Desk } from './desk';

const RETRY_MS = 2500;
const HANDED_IN = new Set(['attempt-closed', 'no-open-attempt', 'quiz-closed']);

interface HandIn {
  desk: Pick<Desk, 'flush' | 'unsaved'>;
  submit: (answers: Record<string, AnswerValue>) => Promise<AttemptResult>;
  /** Hears when the line is down and we wait for it. */
  onWait: () => void;
  signal: AbortSignal;
}

/**
 * Saves what waits, then hands the attempt in with whatever could not be saved, however long the line is down: the
 * server's own clock hands in what it has anyway. Null when somebody else has handed it in.
 */
export async function handIn({ desk, submit, onWait, signal }: HandIn): Promise<AttemptResult | null> {
  for (;;) {
    try {
      await desk.flush();
      return await submit(desk.unsaved());
    } catch (error) {
      const problem = asProblem(error);
      if (HANDED_IN.has(problem.code)) return null;
      if (!problem.passing || signal.aborted) throw problem;
    }
    onWait();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    if (signal.aborted) return null;
  }
}
