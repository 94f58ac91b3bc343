import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnswerSaved, AttemptView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import type { AnswerValue } from '@/questions/kinds';

export type SaveState = 'idle' | 'saving' | 'saved' | 'offline' | 'replaced' | 'failed';

export interface Answer {
  value: AnswerValue;
  /** The newest revision of this answer that we know the server to have. */
  revision: number;
  state: SaveState;
}

export interface DeskState {
  answers: Record<string, Answer>;
  /** The server takes no more answers. */
  over: boolean;
}

export interface Desk {
  store: StoreApi<DeskState>;
  answer(questionId: string, value: AnswerValue): void;
  /** Sends everything that waits, now; done when the server has it or could not be reached. */
  flush(): Promise<void>;
  /** What the server does not have yet, as far as we know. */
  unsaved(): Record<string, AnswerValue>;
  close(): void;
}

export type Save = (questionId: string, value: AnswerValue, revision: number) => Promise<AnswerSaved>;

/** Letters are gathered for so long before they are saved, those in gaps too. */
export const GATHER_MS = 500;
const OVER = new Set(['attempt-closed', 'no-open-attempt', 'quiz-closed']);
const BLANK: Answer = { value: null, revision: 0, state: 'idle' };

/** How long to wait before try number `tries` + 1. */
export const backoff = (tries: number): number => Math.min(15_000, 1000 * 2 ** tries);

/**
 * Where one attempt's answers lie until the server has them. Every change is kept here at once and saved by itself;
 * for each question one save is under way at a time, so that revisions cannot overtake each other.
 */
export function openDesk(attempt: AttemptView, save: Save): Desk {
  const store = createStore<DeskState>(() => ({ answers: initial(attempt), over: false }));
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Map<string, Promise<void>>();
  const tries = new Map<string, number>();
  /** Values whose reply was lost: when the server turns out to hold one, nobody else has written it. */
  const doubted = new Map<string, Set<string>>();

  const get = (id: string): Answer => store.getState().answers[id] ?? BLANK;
  const patch = (id: string, change: Partial<Answer>): void =>
    store.setState(({ answers }) => ({
      answers: { ...answers, [id]: { ...(answers[id] ?? BLANK), ...change } },
    }));
  const waiting = (): [string, Answer][] =>
    Object.entries(store.getState().answers).filter(
      ([, { state }]) => state === 'saving' || state === 'offline',
    );

  function plan(id: string, delay: number): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void push(id), delay),
    );
  }

  function push(id: string): Promise<void> {
    clearTimeout(timers.get(id));
    const known = running.get(id);
    if (known) return known;
    const run = send(id).finally(() => running.delete(id));
    running.set(id, run);
    return run;
  }

  async function send(id: string): Promise<void> {
    while (!store.getState().over) {
      const { value, revision } = get(id);
      try {
        const saved = await save(id, value, revision);
        tries.delete(id);
        doubted.delete(id);
        const changed = get(id).value !== value;
        patch(id, { revision: saved.revision, state: changed ? 'saving' : 'saved' });
        if (!changed) return;
      } catch (error) {
        if (!settled(id, value, error)) return;
      }
    }
  }

  /** Deals with a refused save; true when it is to be sent again at once. */
  function settled(id: string, value: AnswerValue, error: unknown): boolean {
    const problem = asProblem(error);
    if (OVER.has(problem.code)) store.setState({ over: true });
    else if (problem.code === 'answer-changed' && problem.current) {
      const { current } = problem;
      const ours = doubted.get(id)?.delete(JSON.stringify(current.value)) ?? false;
      patch(id, ours ? { revision: current.revision } : { ...current, state: 'replaced' });
      return ours;
    } else if (problem.passing) {
      const tried = tries.get(id) ?? 0;
      tries.set(id, tried + 1);
      doubted.set(id, (doubted.get(id) ?? new Set()).add(JSON.stringify(value)));
      patch(id, { state: 'offline' });
      plan(id, backoff(tried));
    } else patch(id, { state: 'failed' });
    return false;
  }

  return {
    store,
    answer(id, value) {
      patch(id, { value, state: 'saving' });
      plan(id, isTyped(value) ? GATHER_MS : 0);
    },
    flush: async () => {
      await Promise.all(waiting().map(([id]) => push(id)));
    },
    unsaved: () => Object.fromEntries(waiting().map(([id, { value }]) => [id, value])),
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function initial(attempt: AttemptView): Record<string, Answer> {
  return Object.fromEntries(
    attempt.questions.map(({ id }) => {
      const saved = attempt.answers[id];
      return [id, saved ? { ...saved, state: 'saved' as const } : BLANK];
    }),
  );
}

const isTyped = (value: AnswerValue): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value));
