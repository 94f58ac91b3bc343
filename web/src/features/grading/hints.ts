import type { ItemView } from '@/generated/schema';

/** From how many attempts on the numbers of a question say something. */
export const ENOUGH = 10;

export type Hint = 'rival' | 'negative' | 'weak' | 'guessed' | 'hard' | 'easy';

/** What a teacher should know about a question, the gravest first; nothing while too few took it. */
export function hintsOf({ statistics, guess, rival }: ItemView): Hint[] {
  const { answered, facility, discrimination } = statistics;
  if (answered < ENOUGH || facility === null) return [];
  const hints: Hint[] = [];
  if (rival !== null) hints.push('rival');
  if (discrimination !== null && discrimination < -0.1) hints.push('negative');
  else if (discrimination !== null && discrimination < 0.2) hints.push('weak');
  if (guess !== null && guess > 0 && facility <= guess + 0.02) hints.push('guessed');
  else if (facility <= 0.2) hints.push('hard');
  if (facility >= 0.95) hints.push('easy');
  return hints;
}
