import { type Draft, isBegun, newDraft } from './draft';

/** Drafts of another shape than ours are forgotten rather than guessed at. */
const SHAPE = 1;
const place = (userId: string, classroomId: string): string => `eduverse:quiz-draft:${userId}:${classroomId}`;

/** The quiz that somebody has begun to write in this browser for this class, or an empty one. */
export function keptDraft(userId: string, classroomId: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(place(userId, classroomId)) ?? 'null');
    return kept?.shape === SHAPE ? { ...newDraft(), ...kept.draft } : newDraft();
  } catch {
    return newDraft();
  }
}

/** Keeps the draft over a reload, without its password. A browser that keeps nothing still lets one write. */
export function keepDraft(userId: string, classroomId: string, draft: Draft): void {
  try {
    if (isBegun(draft))
      localStorage.setItem(
        place(userId, classroomId),
        JSON.stringify({ shape: SHAPE, draft: { ...draft, password: '' } }),
      );
    else localStorage.removeItem(place(userId, classroomId));
  } catch {
    return;
  }
}
