import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AttemptResult, AttemptView } from '@/generated/schema';
import { useAction } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { submitAttempt } from './api';
import type { Desk } from './desk';
import { clearDesk } from './desks';
import { handIn } from './handIn';

/** Hands in when asked to, and by itself once the server takes no more answers or the teacher closes the quiz. */
export function useHandIn(attempt: AttemptView, desk: Desk, onDone: (result: AttemptResult | null) => void) {
  const [waiting, setWaiting] = useState(false);
  const gone = useRef(new AbortController());
  const { run, busy, problem } = useAction(async () => {
    const { signal } = gone.current;
    const result = await handIn({
      desk,
      submit: (answers) => submitAttempt(attempt.quizId, answers),
      onWait: () => setWaiting(true),
      signal,
    });
    if (signal.aborted) return;
    clearDesk(attempt);
    onDone(result);
  });
  useEffect(() => {
    gone.current = new AbortController();
    return () => gone.current.abort();
  }, []);

  const over = useStore(desk.store, (state) => state.over);
  const live = useRoom((state) => state.quizzes.some((quiz) => quiz.quizId === attempt.quizId));
  const wasLive = useRef(live);
  const closed = wasLive.current && !live;
  wasLive.current ||= live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt ends once, whatever else changes
  useEffect(() => {
    if (over || closed) void run();
  }, [over, closed]);
  return { run, busy, problem, waiting };
}
