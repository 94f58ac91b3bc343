import type { ResultRow, UserProgress } from '@/generated/schema';
import type { Person } from '@/room/store';

export interface ProgressRow {
  userId: string;
  name: string;
  answered: number;
  state: 'waiting' | 'open' | 'submitted';
  score: number | null;
}

interface Sources {
  listed: ResultRow[];
  /** What the room had told when the list was asked for: the list is at least as new. */
  heard: Record<string, UserProgress>;
  live: Record<string, UserProgress>;
  people: Record<string, Person>;
}

/** One row for every student: those in the room, what the server listed, and what it has told since. */
export function progressRows({ listed, heard, live, people }: Sources): ProgressRow[] {
  const rows = new Map<string, ProgressRow>();
  for (const { userId, name, standing } of Object.values(people))
    if (standing === 'student')
      rows.set(userId, { userId, name, answered: 0, state: 'waiting', score: null });
  for (const one of listed.toSorted((a, b) => a.number - b.number)) rows.set(one.userId, row(one));
  for (const one of Object.values(live)) if (heard[one.userId] !== one) rows.set(one.userId, row(one));
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Every student's best attempt, and how many they took. */
export function bestRows(listed: ResultRow[]): (ResultRow & { attempts: number })[] {
  const best = new Map<string, ResultRow & { attempts: number }>();
  for (const one of listed) {
    const known = best.get(one.userId);
    const better = !known || (one.score ?? -1) > (known.score ?? -1);
    best.set(one.userId, { ...(better ? one : known), attempts: (known?.attempts ?? 0) + 1 });
  }
  return [...best.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export function averageScore(rows: { score: number | null }[]): number | null {
  const scores = rows.flatMap(({ score }) => score ?? []);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

const row = ({ userId, name, answered, state, score }: ResultRow | UserProgress): ProgressRow => ({
  userId,
  name,
  answered,
  state: state === 'open' || state === 'overdue' ? 'open' : 'submitted',
  score,
});
