import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnswerSaved, AnswerValue, Attempt, SavedAnswer } from '@/generated/api';
import { asProblem } from '@/lib/problem';

export type SaveState = 'idle' | 'waiting' | 'saved' | 'offline' | 'conflict' | 'failed';

export interface Answer {
  value: AnswerValue;
  /** The last revision of this answer that this browser knows of. */
  revision: number;
  state: SaveState;
  /** What another window has saved meanwhile; set while `state` is `conflict`. */
  other: SavedAnswer | null;
}

export interface DeskState {
  answers: Record<string, Answer>;
  /** The server takes no more answers. */
  over: boolean;
}

export interface Desk {
  store: StoreApi<DeskState>;
  answer(questionId: string, value: AnswerValue): void;
  /** Ends a conflict: our answer is written over the other one, or the other one is taken. */
  settle(questionId: string, keep: 'mine' | 'other'): void;
  /** What the server does not have yet, as far as we know. */
  unsaved(): Record<string, AnswerValue>;
  /** Saves now what waits for a better line. */
  retry(): void;
  close(): void;
}

type Save = (questionId: string, value: AnswerValue, revision: number) => Promise<AnswerSaved>;

/** Letters are gathered for so long before they are saved. */
export const GATHER_MS = 400;
export const RETRY_MS = 2500;

/**
 * Where one attempt's answers lie until the server has them. Every change is kept here at once and saved by itself;
 * for each question one save is under way at a time, so revisions cannot overtake each other.
 */
export function openDesk(attempt: Attempt, save: Save): Desk {
  const store = createStore<DeskState>(() => ({ answers: initial(attempt), over: false }));
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const saving = new Set<string>();

  const get = (id: string): Answer | undefined => store.getState().answers[id];
  const patch = (id: string, change: Partial<Answer>): void =>
    store.setState(({ answers }) => ({ answers: { ...answers, [id]: { ...(answers[id] ?? BLANK), ...change } } }));

  function plan(id: string, delay: number): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void flush(id), delay),
    );
  }

  async function flush(id: string): Promise<void> {
    const sent = get(id);
    if (!sent || saving.has(id) || store.getState().over) return;
    saving.add(id);
    try {
      const { revision } = await save(id, sent.value, sent.revision);
      const changed = get(id)?.value !== sent.value;
      patch(id, { revision, state: changed ? 'waiting' : 'saved' });
      if (changed) plan(id, 0);
    } catch (error) {
      refused(id, error);
    } finally {
      saving.delete(id);
    }
  }

  function refused(id: string, error: unknown): void {
    const problem = asProblem(error);
    if (problem.code === 'attempt-closed') store.setState({ over: true });
    else if (problem.code === 'answer-changed' && problem.current) patch(id, { state: 'conflict', other: problem.current });
    else if (problem.passing) {
      patch(id, { state: 'offline' });
      plan(id, RETRY_MS);
    } else patch(id, { state: 'failed' });
  }

  return {
    store,
    answer(id, value) {
      patch(id, { value, state: 'waiting', other: null });
      plan(id, typeof value === 'string' ? GATHER_MS : 0);
    },
    settle(id, keep) {
      const answer = get(id);
      if (!answer?.other) return;
      const { value, revision } = answer.other;
      if (keep === 'other') return patch(id, { value, revision, state: 'saved', other: null });
      patch(id, { revision, state: 'waiting', other: null });
      plan(id, 0);
    },
    unsaved: () =>
      Object.fromEntries(
        Object.entries(store.getState().answers)
          .filter(([, answer]) => answer.state === 'waiting' || answer.state === 'offline' || answer.state === 'failed')
          .map(([id, answer]) => [id, answer.value]),
      ),
    retry() {
      for (const [id, answer] of Object.entries(store.getState().answers)) if (answer.state === 'offline') plan(id, 0);
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

export const BLANK: Answer = { value: null, revision: 0, state: 'idle', other: null };

function initial(attempt: Attempt): Record<string, Answer> {
  return Object.fromEntries(
    attempt.questions.map(({ id }) => {
      const saved = attempt.answers[id];
      return [id, saved ? { ...saved, state: 'saved' as const, other: null } : BLANK];
    }),
  );
}

/** True when a value is an answer at all: an empty text or an empty choice is none. */
export function isAnswered(value: AnswerValue): boolean {
  if (typeof value === 'boolean') return true;
  return value !== null && value.length > 0;
}
