import type { AcceptedNumber, AcceptedText, Cloze, Essay, Matching, Option } from '@/generated/schema';
import { randomId } from '@/lib/ids';
import { blankGap, renamed } from './cloze';
import {
  type DraftGap,
  type DraftNumber,
  type DraftOption,
  type DraftQuestion,
  type DraftText,
  newQuestion,
  typedNumber,
  typedShare,
} from './draft';
import type { StoredQuestion } from './kinds';
import { scoringOf } from './weights';

/** A stored question on its author's desk again. */
export function fromStored(question: StoredQuestion): DraftQuestion {
  return {
    ...newQuestion(question.type),
    text: question.text,
    points: typedNumber(question.points),
    explanation: question.explanation ?? '',
    ...ownFields(question),
  };
}

function ownFields(question: StoredQuestion): Partial<DraftQuestion> {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return {
        options: question.options.map(question.type === 'single' ? bestIsRight : anyIsRight),
        scoring: scoringOf(
          question.options.map(({ weight }) => weight),
          question.type === 'multiple',
        ),
      };
    case 'trueFalse':
      return {
        truth: question.correct,
        feedbackTrue: question.feedbackTrue ?? '',
        feedbackFalse: question.feedbackFalse ?? '',
      };
    case 'shortAnswer':
      return {
        texts: question.accepted.map(draftText),
        caseSensitive: question.caseSensitive,
        wildcards: question.wildcards,
        maxEdits: String(question.maxEdits),
      };
    case 'numeric':
      return {
        numbers: question.accepted.map(draftNumber),
        units: question.units.map(({ name, factor }) => ({
          key: randomId(),
          name,
          factor: typedNumber(factor),
        })),
        unitPenalty: typedShare(question.unitPenalty),
      };
    case 'essay':
      return essay(question);
    case 'matching':
      return matching(question);
    case 'ordering':
      return {
        items: question.items.map(({ text }) => ({ key: randomId(), text })),
        strategy: question.strategy,
      };
    case 'cloze':
      return cloze(question);
  }
}

const draftOption = ({ text, weight, feedback }: Option, correct: boolean): DraftOption => ({
  key: randomId(),
  text,
  correct,
  share: typedShare(weight),
  feedback: feedback ?? '',
});
const bestIsRight = (option: Option): DraftOption => draftOption(option, option.weight === 1);
const anyIsRight = (option: Option): DraftOption => draftOption(option, option.weight > 0);

const draftText = ({ text, weight, feedback }: AcceptedText): DraftText => ({
  key: randomId(),
  text,
  share: typedShare(weight),
  feedback: feedback ?? '',
});

/** A range that is tolerant too is one that reaches further. */
function draftNumber({ value, high, tolerance, kind, weight, feedback }: AcceptedNumber): DraftNumber {
  const common = { key: randomId(), share: typedShare(weight), feedback: feedback ?? '' };
  if (high !== null)
    return {
      ...common,
      kind: 'range',
      value: typedNumber(value - (kind === 'absolute' ? tolerance : tolerance * Math.abs(value))),
      high: typedNumber(high + (kind === 'absolute' ? tolerance : tolerance * Math.abs(high))),
      tolerance: '0',
    };
  const typed = kind === 'absolute' ? typedNumber(tolerance) : typedShare(tolerance);
  return { ...common, kind, value: typedNumber(value), high: '', tolerance: typed };
}

const essay = (question: Essay): Partial<DraftQuestion> => ({
  minWords: String(question.minWords),
  maxWords: question.maxWords === null ? '' : String(question.maxWords),
  template: question.template ?? '',
  rubric: question.rubric.map(({ text, levels }) => ({
    key: randomId(),
    text,
    levels: levels.map((level) => ({ key: randomId(), points: typedNumber(level.points), text: level.text })),
  })),
  graderNotes: question.graderNotes ?? '',
});

function matching({ pairs, choices }: Matching): Partial<DraftQuestion> {
  const used = new Set(pairs.map((pair) => pair.choiceId));
  const answer = (id: string): string => choices.find((choice) => choice.id === id)?.text ?? '';
  return {
    pairs: pairs.map(({ prompt, choiceId }) => ({ key: randomId(), prompt, answer: answer(choiceId) })),
    distractors: choices.flatMap(({ id, text }) => (used.has(id) ? [] : text)).join('\n'),
  };
}

/** Gaps are stored under random names; their author gets short ones. */
function cloze({ text, gaps }: Cloze): Partial<DraftQuestion> {
  const names = new Map(gaps.map(({ id }, index) => [id, String(index + 1)]));
  return {
    text: renamed(text, names),
    gaps: gaps.map((gap) => ({ ...draftGap(gap), id: names.get(gap.id) ?? gap.id })),
  };
}

function draftGap(gap: Cloze['gaps'][number]): DraftGap {
  const common = { ...blankGap(gap.id, gap.type), weight: typedNumber(gap.weight) };
  switch (gap.type) {
    case 'choice':
      return {
        ...common,
        layout: gap.layout,
        options: gap.options.map(bestIsRight),
        scoring: scoringOf(
          gap.options.map(({ weight }) => weight),
          false,
        ),
      };
    case 'text':
      return { ...common, texts: gap.accepted.map(draftText), caseSensitive: gap.caseSensitive };
    case 'number':
      return { ...common, numbers: gap.accepted.map(draftNumber) };
  }
}
