import type { OrderingStrategy, Tolerance } from '@/generated/schema';
import { randomId } from '@/lib/ids';
import type { QuestionType } from './kinds';

/** An answer that its author has thought of. Shares are typed in percent. */
export interface DraftOption {
  key: string;
  text: string;
  correct: boolean;
  share: string;
  feedback: string;
}

export interface DraftText {
  key: string;
  text: string;
  share: string;
  feedback: string;
}

export interface DraftNumber {
  key: string;
  /** `range`: from `value` to `high`; otherwise how `tolerance` is meant (percent for a relative or geometric one). */
  kind: Tolerance | 'range';
  value: string;
  high: string;
  tolerance: string;
  share: string;
  feedback: string;
}

export interface DraftUnit {
  key: string;
  name: string;
  factor: string;
}

export interface DraftCriterion {
  key: string;
  text: string;
  levels: { key: string; points: string; text: string }[];
}

export interface DraftGap {
  /** Its name between the braces of the text. */
  id: string;
  kind: 'choice' | 'text' | 'number';
  weight: string;
  layout: 'menu' | 'row' | 'column';
  scoring: Scoring;
  options: DraftOption[];
  texts: DraftText[];
  caseSensitive: boolean;
  numbers: DraftNumber[];
}

/**
 * What wrong choices cost. `even`: a wrong one as much as a right one earns; `shared`: all wrong ones together cost
 * everything; `free`: nothing; `custom`: each choice has its own share.
 */
export type Scoring = 'even' | 'shared' | 'free' | 'custom';

/** A question while it is written: room for every kind, so that changing the kind loses nothing. */
export interface DraftQuestion {
  key: string;
  type: QuestionType;
  text: string;
  points: string;
  explanation: string;
  options: DraftOption[];
  scoring: Scoring;
  truth: boolean;
  feedbackTrue: string;
  feedbackFalse: string;
  texts: DraftText[];
  caseSensitive: boolean;
  wildcards: boolean;
  maxEdits: string;
  numbers: DraftNumber[];
  units: DraftUnit[];
  unitPenalty: string;
  minWords: string;
  maxWords: string;
  template: string;
  rubric: DraftCriterion[];
  graderNotes: string;
  pairs: { key: string; prompt: string; answer: string }[];
  /** One a line. */
  distractors: string;
  items: { key: string; text: string }[];
  strategy: OrderingStrategy;
  gaps: DraftGap[];
}

export const newOption = (): DraftOption => ({
  key: randomId(),
  text: '',
  correct: false,
  share: '0',
  feedback: '',
});
export const newText = (): DraftText => ({ key: randomId(), text: '', share: '100', feedback: '' });
export const newNumber = (): DraftNumber => ({
  key: randomId(),
  kind: 'absolute',
  value: '',
  high: '',
  tolerance: '0',
  share: '100',
  feedback: '',
});
export const newUnit = (): DraftUnit => ({ key: randomId(), name: '', factor: '1' });
export const newLevel = (points: string) => ({ key: randomId(), points, text: '' });
export const newCriterion = (): DraftCriterion => ({
  key: randomId(),
  text: '',
  levels: [newLevel('0'), newLevel('1'), newLevel('2')],
});
export const newPair = () => ({ key: randomId(), prompt: '', answer: '' });
export const newItem = () => ({ key: randomId(), text: '' });

export const newQuestion = (type: QuestionType = 'single'): DraftQuestion => ({
  key: randomId(),
  type,
  text: '',
  points: '1',
  explanation: '',
  options: [newOption(), newOption(), newOption()],
  scoring: 'even',
  truth: true,
  feedbackTrue: '',
  feedbackFalse: '',
  texts: [newText()],
  caseSensitive: false,
  wildcards: false,
  maxEdits: '0',
  numbers: [newNumber()],
  units: [],
  unitPenalty: '50',
  minWords: '0',
  maxWords: '',
  template: '',
  rubric: [],
  graderNotes: '',
  pairs: [newPair(), newPair(), newPair()],
  distractors: '',
  items: [newItem(), newItem(), newItem()],
  strategy: 'absolutePosition',
  gaps: [],
});

/** Marks an option as right or not; where one answer holds, the others are no longer right. */
export const marked = (
  { options, type }: Pick<DraftQuestion, 'options' | 'type'>,
  key: string,
  correct: boolean,
): DraftOption[] =>
  options.map((option) => {
    if (option.key === key) return { ...option, correct };
    return type !== 'multiple' && correct ? { ...option, correct: false } : option;
  });

/** Another kind keeps everything, except that a single right answer is the first of several. */
export function retyped(question: DraftQuestion, type: QuestionType): DraftQuestion {
  const first = question.options.find((option) => option.correct);
  const options =
    type === 'single'
      ? question.options.map((option) => ({ ...option, correct: option === first }))
      : question.options;
  return { ...question, type, options };
}

export const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

/** A list without the empty ones at its end, but at least `least` long; empty ones between others keep their place. */
export function withoutTail<T>(list: readonly T[], isEmpty: (one: T) => boolean, least: number): T[] {
  const last = list.findLastIndex((one) => !isEmpty(one));
  return list.slice(0, Math.max(least, last + 1));
}

export const filledOptions = (options: readonly DraftOption[]): DraftOption[] =>
  withoutTail(options, (option) => option.text.trim() === '' && !option.correct, 2);

/** A number as people of any country type it into a form; NaN when it is none. */
export const numberOf = (typed: string): number =>
  typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'));

/** 12.5 -> "12.5", without what binary fractions leave behind. */
export const typedNumber = (number: number): string => String(Number(number.toPrecision(12)));
export const typedShare = (fraction: number): string => String(Number((fraction * 100).toFixed(4)));
