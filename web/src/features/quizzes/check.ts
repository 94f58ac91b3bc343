import { type Bounds, flawsOfQuestion, POINTS, type Flaw as QuestionFlaw, within } from '@/questions/flaws';
import type { Draft, DraftSlot } from './draft';

export type Flaw = QuestionFlaw | 'title' | 'window' | 'password' | 'some';

/** What the server allows, in the units of the form. */
export const BOUNDS = {
  minutes: { least: 1, most: 10_080 },
  grace: { least: 0, most: 600 },
  pass: { least: 0, most: 100 },
  tokens: { least: 0, most: 10_000 },
  attempts: { least: 1, most: 50 },
} satisfies Record<string, Bounds>;

/** The server's name of each number of the form, under which it complains. */
export const FIELDS = {
  minutes: 'timeLimitSeconds',
  grace: 'graceSeconds',
  pass: 'passScore',
  tokens: 'tokensReward',
  attempts: 'maxAttempts',
} as const;

/** What keeps a quiz from being saved, by the server's field names, so that both complaints land in one place. */
export function flawsOf(draft: Draft, hadPassword = false): Record<string, Flaw> {
  const flaws: Record<string, Flaw> = {};
  if (draft.title.trim() === '') flaws.title = 'title';
  for (const [name, bounds] of Object.entries(BOUNDS)) {
    const key = name as keyof typeof BOUNDS;
    if (key === 'minutes' && !draft.timed) continue;
    if (!within(draft[key], bounds)) flaws[FIELDS[key]] = 'number';
  }
  if (draft.opensAt && draft.closesAt && draft.opensAt >= draft.closesAt) flaws.closesAt = 'window';
  if (draft.locked && draft.password === '' && !hadPassword) flaws.password = 'password';
  if (draft.slots.length === 0) flaws.questions = 'some';
  for (const [place, slot] of draft.slots.entries())
    for (const [field, flaw] of flawsOfSlot(slot)) flaws[`questions[${place}].${field}`] = flaw;
  return flaws;
}

function* flawsOfSlot(slot: DraftSlot): Generator<[string, Flaw]> {
  if (slot.kind === 'own') return yield* flawsOfQuestion(slot.question);
  if (!within(slot.points, POINTS)) yield ['points', 'number'];
  if (slot.kind === 'draw' && !within(slot.count, { least: 1, most: 100 })) yield ['count', 'number'];
}
