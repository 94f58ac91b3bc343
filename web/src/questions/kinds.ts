import type { AnswerView, AttemptView, CreateBankItem, PartView, QuizPreview } from '@/generated/schema';

/** A question as those see it who answer. */
export type QuestionView = AttemptView['questions'][number];
/** A question with its key, as it is stored. */
export type StoredQuestion = QuizPreview['questions'][number];
/** A question as the server takes it from its author. */
export type QuestionInput = CreateBankItem['question'];
export type QuestionType = QuestionInput['type'];
export type AnswerValue = AnswerView['value'];

export const TYPES: readonly QuestionType[] = [
  'single',
  'multiple',
  'trueFalse',
  'shortAnswer',
  'numeric',
  'essay',
  'matching',
  'ordering',
  'cloze',
];

/** True when a value is an answer at all: an empty text or an empty choice is none. */
export function isAnswered(value: AnswerValue | undefined): boolean {
  if (typeof value === 'boolean') return true;
  if (typeof value === 'string') return value.trim() !== '';
  return Object.values(value ?? {}).some((part) => part.trim() !== '');
}

/** What was put where, for the kinds that ask for that. */
export const filledOf = (value: AnswerValue): Record<string, string> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};

export const chosenOf = (value: AnswerValue): string[] => (Array.isArray(value) ? value : []);

export const typedOf = (value: AnswerValue): string => (typeof value === 'string' ? value : '');

/** The answer with one place filled anew; nothing filled anywhere is no answer. */
export function filledWith(value: AnswerValue, place: string, what: string): AnswerValue {
  const { [place]: _, ...others } = filledOf(value);
  const filled = what === '' ? others : { ...others, [place]: what };
  return Object.keys(filled).length > 0 ? filled : null;
}

/** A choice of several with one more or one less; an empty choice is no answer, and is told to the server as none. */
export function toggled(value: AnswerValue, id: string): string[] | null {
  const chosen = chosenOf(value);
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return next.length > 0 ? next : null;
}

/** A, B, C … for choices that a menu can only name. */
export const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${letter(Math.floor(index / 26) - 1)}${letter(index % 26)}`;

export const textOf = (parts: readonly PartView[], id: string): string =>
  parts.find((part) => part.id === id)?.text ?? id;
