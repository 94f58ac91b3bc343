/** The last answers count only when they arrive before the deadline, so handing in starts this much earlier. */
export const HAND_IN_EARLY_MS = 900;

export type Hurry = 'calm' | 'soon' | 'last';
const MARKS = [300, 60, 10] as const;
export type Mark = (typeof MARKS)[number];

export interface Face {
  seconds: number;
  /** What is left of the whole time, 0..1. */
  share: number;
  hurry: Hurry;
  ended: boolean;
}

/** What the clock shows at `now`, the server's time in milliseconds. */
export function face(startedAt: string, deadline: string, now: number): Face {
  const end = Date.parse(deadline);
  const left = Math.max(0, end - now);
  const seconds = Math.ceil(left / 1000);
  return {
    seconds,
    share: Math.min(1, left / Math.max(1, end - Date.parse(startedAt))),
    hurry: seconds <= 10 ? 'last' : seconds <= 60 ? 'soon' : 'calm',
    ended: left <= HAND_IN_EARLY_MS,
  };
}

/** The mark that was passed since `before`, to be said aloud once; ticking aloud would drown the questions. */
export const passed = (before: number, seconds: number): Mark | null =>
  MARKS.find((mark) => before > mark && seconds <= mark) ?? null;
