import { useEffect, useState } from 'react';
import type { AttemptView } from '@/generated/schema';
import { isConnected, on } from '@/lib/socket';
import { resumeAttempt } from './start';

const LOOK_MS = 60_000;

/**
 * When the attempt ends. The room is told when its teacher gives more time; outside of it nobody is, so there the
 * server is asked once a minute.
 */
export function useDeadline(attempt: AttemptView): { at: string | null; moved: boolean } {
  const [at, setAt] = useState(attempt.deadline);
  const { id, quizId } = attempt;
  useEffect(() => {
    const unlisten = on('quiz:deadline-moved', (news) => news.attemptId === id && setAt(news.deadline));
    const look = async () => {
      if (!isConnected()) setAt((await resumeAttempt(quizId)).deadline);
    };
    // Whether the attempt is still open is for whoever saves and hands in to find out.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
    return () => {
      unlisten();
      clearInterval(timer);
    };
  }, [id, quizId]);
  return { at, moved: at !== attempt.deadline };
}
