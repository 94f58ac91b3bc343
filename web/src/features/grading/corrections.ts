import type { ItemView } from '@/generated/schema';
import type { Correction } from './api';

/** What is to become of a question's key, as it is being chosen. */
export interface Wish {
  action: 'keep' | 'accept' | 'rekey' | 'drop' | 'full';
  /** The options that are right (their ids; `true` or `false`), or the one that is accepted too. */
  options: string[];
  /** Texts, one a line, or a number. */
  text: string;
}

export const KEEP: Wish = { action: 'keep', options: [], text: '' };

/** The actions that a kind of question knows. */
export function actionsFor({ type }: ItemView): Wish['action'][] {
  const always: Wish['action'][] = ['drop', 'full'];
  if (type === 'single' || type === 'shortAnswer' || type === 'numeric')
    return ['keep', 'accept', 'rekey', ...always];
  if (type === 'multiple' || type === 'trueFalse') return ['keep', 'rekey', ...always];
  return ['keep', ...always];
}

/** The correction a wish stands for; null while it is nothing, or not complete. */
export function correctionOf(item: ItemView, wish: Wish): Correction | null {
  const { questionId } = item;
  switch (wish.action) {
    case 'keep':
      return null;
    case 'drop':
      return { kind: 'drop', questionId };
    case 'full':
      return { kind: 'fullCredit', questionId };
    case 'accept':
      return acceptAlso(item, wish);
    case 'rekey':
      return rekey(item, wish);
  }
}

function acceptAlso({ questionId, type }: ItemView, { options, text }: Wish): Correction | null {
  const kind = 'acceptAlso';
  if (type === 'single') return options[0] ? { kind, questionId, optionId: options[0] } : null;
  if (type === 'shortAnswer') return text.trim() ? { kind, questionId, text: text.trim() } : null;
  const number = readNumber(text);
  return number === null ? null : { kind, questionId, number };
}

function rekey(item: ItemView, { options, text }: Wish): Correction | null {
  const { questionId, type } = item;
  const kind = 'rekey';
  switch (type) {
    case 'trueFalse':
      return options[0] ? { kind, questionId, correct: options[0] === 'true' } : null;
    case 'single':
    case 'multiple':
      return options.length > 0 ? { kind, questionId, weights: weightsOf(item, options) } : null;
    case 'shortAnswer': {
      const texts = text.split('\n').flatMap((line) => (line.trim() ? [{ text: line.trim() }] : []));
      return texts.length > 0 ? { kind, questionId, texts } : null;
    }
    default: {
      const value = readNumber(text);
      return value === null ? null : { kind, questionId, numbers: [{ value }] };
    }
  }
}

/** As a new question has them: each right option its share; in a multiple choice each wrong one costs as much. */
function weightsOf({ options: all, type }: ItemView, right: string[]): Record<string, number> {
  const share = type === 'single' ? 1 : 1 / right.length;
  const wrong = type === 'single' ? 0 : -share;
  return Object.fromEntries(all.map(({ optionId }) => [optionId, right.includes(optionId) ? share : wrong]));
}

const readNumber = (text: string): number | null => {
  const plain = text.trim().replace(',', '.');
  return /^-?\d{1,12}(?:\.\d{1,9})?$/.test(plain) ? Number(plain) : null;
};
