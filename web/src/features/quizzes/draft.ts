import type { CreateQuiz, GradeMethod, ReviewPolicy, UpdateQuiz } from '@/generated/schema';
import { randomId } from '@/lib/ids';
import { type DraftQuestion, newQuestion, numberOf } from '@/questions/draft';
import { toInput } from '@/questions/toInput';

/** What stands at one place of a quiz: a question of its own, one of the bank, or some that are drawn by chance. */
export type DraftSlot =
  | { key: string; kind: 'own'; question: DraftQuestion }
  | { key: string; kind: 'bank'; itemId: string; revision: number; text: string; points: string }
  | { key: string; kind: 'draw'; tags: string[]; count: string; points: string };

/** A quiz while it is written. Numbers and moments are kept as they were typed, so that a field can be empty. */
export interface Draft {
  title: string;
  timed: boolean;
  minutes: string;
  /** In the browser's own time, as `<input type="datetime-local">` has it. */
  opensAt: string;
  closesAt: string;
  grace: string;
  attempts: string;
  method: GradeMethod;
  locked: boolean;
  password: string;
  pass: string;
  tokens: string;
  shuffle: boolean;
  shuffleOptions: boolean;
  review: ReviewPolicy;
  slots: DraftSlot[];
}

export const PHASES = ['during', 'immediately', 'later', 'closed'] as const;
export const ASPECTS = ['answers', 'correctness', 'marks', 'feedback', 'explanation', 'key'] as const;

/** The server's own choice: results at once, right answers when the quiz is closed. */
export const newPolicy = (): ReviewPolicy => ({
  during: [],
  immediately: ['answers', 'correctness', 'marks'],
  later: ['answers', 'correctness', 'marks'],
  closed: [...ASPECTS],
});

export const ownSlot = (question: DraftQuestion): DraftSlot => ({ key: question.key, kind: 'own', question });
export const drawSlot = (): DraftSlot => ({
  key: randomId(),
  kind: 'draw',
  tags: [],
  count: '3',
  points: '1',
});
export const bankSlot = (item: {
  id: string;
  revision: number;
  text: string;
  points: string;
}): DraftSlot => ({
  key: randomId(),
  kind: 'bank',
  itemId: item.id,
  revision: item.revision,
  text: item.text,
  points: item.points,
});

export const newDraft = (): Draft => ({
  title: '',
  timed: true,
  minutes: '10',
  opensAt: '',
  closesAt: '',
  grace: '5',
  attempts: '1',
  method: 'highest',
  locked: false,
  password: '',
  pass: '50',
  tokens: '10',
  shuffle: true,
  shuffleOptions: true,
  review: newPolicy(),
  slots: [ownSlot(newQuestion())],
});

/** Whether anything was written that it would be a pity to lose. */
export const isBegun = (draft: Draft): boolean =>
  draft.title.trim() !== '' ||
  draft.slots.length > 1 ||
  draft.slots.some((slot) => slot.kind !== 'own' || slot.question.text.trim() !== '');

/** The draft as the server takes it. Places stay as they are, so that its complaints find their field. */
export const toCreateQuiz = (classroomId: string, draft: Draft): CreateQuiz => ({
  classroomId,
  ...toFree(draft),
  ...toBound(draft),
  password: draft.locked && draft.password !== '' ? draft.password : null,
});

/** A draft can change altogether; of an open quiz only what nobody was asked about. */
export const toUpdateQuiz = (draft: Draft, open: boolean): UpdateQuiz => ({
  ...toFree(draft),
  ...(open ? {} : toBound(draft)),
  // A password that stays is not known here, and is not told again.
  ...(draft.locked ? draft.password !== '' && { password: draft.password } : { password: null }),
});

const toFree = (draft: Draft) => ({
  title: draft.title.trim(),
  timeLimitSeconds: draft.timed ? Math.round(numberOf(draft.minutes) * 60) : null,
  graceSeconds: numberOf(draft.grace),
  closesAt: toMoment(draft.closesAt),
  maxAttempts: numberOf(draft.attempts),
  gradeMethod: draft.method,
  review: draft.review,
});

const toBound = (draft: Draft) => ({
  opensAt: toMoment(draft.opensAt),
  passScore: numberOf(draft.pass) / 100,
  tokensReward: numberOf(draft.tokens),
  shuffle: draft.shuffle,
  shuffleOptions: draft.shuffleOptions,
  questions: draft.slots.map(toSlot),
});

function toSlot(slot: DraftSlot): CreateQuiz['questions'][number] {
  switch (slot.kind) {
    case 'own':
      return toInput(slot.question);
    case 'bank':
      return { type: 'bank', itemId: slot.itemId, revision: slot.revision, points: numberOf(slot.points) };
    case 'draw':
      return { type: 'draw', tags: slot.tags, count: numberOf(slot.count), points: numberOf(slot.points) };
  }
}

/** What was typed in the browser's own time, as the server takes it. */
export const toMoment = (local: string): string | null =>
  local === '' ? null : new Date(local).toISOString();

/** A moment of the server in the browser's own time, to the minute. */
export function toLocal(moment: string | null): string {
  if (moment === null) return '';
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export const withAspect = (
  policy: ReviewPolicy,
  phase: (typeof PHASES)[number],
  aspect: (typeof ASPECTS)[number],
  on: boolean,
): ReviewPolicy => ({
  ...policy,
  [phase]: ASPECTS.filter((one) => (one === aspect ? on : policy[phase].includes(one))),
});
