import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AttemptView } from '@/generated/schema';
import { resultsOf, useQuizzes } from './api';
import { resumeAttempt } from './start';

/** The attempt that is still open when the screen comes up: its clock runs, so it is gone on with at once. */
export function useOpenAttempt(classroomId: string): AttemptView | null {
  const queries = useQueryClient();
  const list = useQuizzes(classroomId).data;
  const asked = useRef(false);
  const [open, setOpen] = useState<AttemptView | null>(null);
  useEffect(() => {
    if (!list || asked.current) return;
    asked.current = true;
    const begun = list.filter((quiz) => quiz.state === 'open' && quiz.attemptsUsed > 0);
    // What cannot be looked up now is offered by its card instead.
    void first(begun, async ({ id }) => {
      const { mine, quiz } = await queries.fetchQuery(resultsOf(id));
      return mine.length < quiz.attemptsUsed ? resumeAttempt(id) : null;
    }).then(setOpen, () => undefined);
  }, [list, queries]);
  return open;
}

async function first<T, R>(items: T[], look: (item: T) => Promise<R | null>): Promise<R | null> {
  for (const item of items) {
    const found = await look(item);
    if (found) return found;
  }
  return null;
}
