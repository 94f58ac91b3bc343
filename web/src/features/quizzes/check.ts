import { type Draft, type DraftQuestion, filled, lines } from './draft';

export type Flaw = 'title' | 'text' | 'optionText' | 'rightOne' | 'rightSome' | 'accepted' | 'number';

interface Bounds {
  least: number;
  most: number;
}

/** What the server allows, in the units of the form. */
export const BOUNDS = {
  minutes: { least: 1, most: 240 },
  pass: { least: 0, most: 100 },
  tokens: { least: 0, most: 10_000 },
  attempts: { least: 1, most: 50 },
} satisfies Record<string, Bounds>;
const POINTS: Bounds = { least: 0.1, most: 100 };

/** The server's name of each number of the form, under which it complains. */
export const FIELDS = {
  minutes: 'timeLimitSeconds',
  pass: 'passScore',
  tokens: 'tokensReward',
  attempts: 'maxAttempts',
} as const;

/** What keeps a quiz from being saved, by the server's field names, so that both complaints land in one place. */
export function flawsOf(draft: Draft): Record<string, Flaw> {
  const flaws: Record<string, Flaw> = {};
  if (draft.title.trim() === '') flaws.title = 'title';
  for (const [name, bounds] of Object.entries(BOUNDS)) {
    const key = name as keyof typeof BOUNDS;
    if (!within(draft[key], bounds)) flaws[FIELDS[key]] = 'number';
  }
  for (const [place, question] of draft.questions.entries())
    for (const [field, flaw] of flawsOfQuestion(question)) flaws[`questions[${place}].${field}`] = flaw;
  return flaws;
}

function* flawsOfQuestion(question: DraftQuestion): Generator<[string, Flaw]> {
  if (question.text.trim() === '') yield ['text', 'text'];
  if (!within(question.points, POINTS)) yield ['points', 'number'];
  if (question.type === 'shortAnswer' && lines(question.accepted).length === 0)
    yield ['accepted', 'accepted'];
  if (question.type !== 'single' && question.type !== 'multiple') return;
  const options = filled(question);
  for (const [place, { text }] of options.entries())
    if (text === '') yield [`options[${place}].text`, 'optionText'];
  if (!options.some((option) => option.correct))
    yield ['options', question.type === 'single' ? 'rightOne' : 'rightSome'];
}

function within(typed: string, { least, most }: Bounds): boolean {
  const number = Number(typed);
  return typed.trim() !== '' && number >= least && number <= most;
}
