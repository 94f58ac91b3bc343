import type { AttemptView } from '@/generated/schema';
import { saveAnswer } from './api';
import { type Desk, openDesk } from './desk';

/** Desks outlive the screen: what waits for the line is sent even when the panel has been closed meanwhile. */
const desks = new Map<string, Desk>();

export function deskOf(attempt: AttemptView): Desk {
  const known = desks.get(attempt.id);
  if (known) return known;
  const desk = openDesk(attempt, (id, value, revision) => saveAnswer(attempt.quizId, id, value, revision));
  desks.set(attempt.id, desk);
  return desk;
}

export function clearDesk(attempt: AttemptView): void {
  desks.get(attempt.id)?.close();
  desks.delete(attempt.id);
}
