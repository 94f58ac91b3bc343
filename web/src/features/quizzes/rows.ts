import type { ResultRow } from '@/generated/api';
import type { UserProgress } from '@/generated/socket';

export interface ProgressRow {
  userId: string;
  name: string;
  answered: number;
  submitted: boolean;
  score: number | null;
}

/** What the server listed, and what it has told since; the later news counts. One row a student. */
export function progressRows(listed: ResultRow[], live: Record<string, UserProgress>): ProgressRow[] {
  const rows = new Map<string, ProgressRow>();
  for (const { userId, name, answered, state, score } of listed.toSorted((a, b) => a.number - b.number))
    rows.set(userId, { userId, name, answered, submitted: state === 'submitted', score });
  for (const { userId, name, answered, state, score } of Object.values(live))
    rows.set(userId, { userId, name, answered, submitted: state === 'submitted', score });
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export function averageScore(rows: ProgressRow[]): number | null {
  const scores = rows.flatMap(({ score }) => (score === null ? [] : [score]));
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
