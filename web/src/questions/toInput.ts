import type {
  AcceptedNumberInput,
  AcceptedTextInput,
  ClozeInput,
  CriterionInput,
  EssayInput,
  MatchingInput,
} from '@/generated/schema';
import {
  type DraftGap,
  type DraftNumber,
  type DraftQuestion,
  type DraftText,
  lines,
  numberOf,
  withoutTail,
} from './draft';
import type { QuestionInput } from './kinds';
import { optionsInput } from './weights';

/** A question as the server takes it. Places stay as they are, so that its complaints find their field. */
export function toInput(question: DraftQuestion): QuestionInput {
  const common = {
    text: question.text.trim(),
    points: numberOf(question.points),
    explanation: question.explanation.trim() || null,
  };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...common, type: question.type, options: optionsInput(question) };
    case 'trueFalse':
      return {
        ...common,
        type: 'trueFalse',
        correct: question.truth,
        feedbackTrue: question.feedbackTrue.trim() || null,
        feedbackFalse: question.feedbackFalse.trim() || null,
      };
    case 'shortAnswer':
      return {
        ...common,
        type: 'shortAnswer',
        accepted: usedTexts(question.texts).map(textInput),
        caseSensitive: question.caseSensitive,
        wildcards: question.wildcards,
        maxEdits: Number(question.maxEdits),
      };
    case 'numeric':
      return {
        ...common,
        type: 'numeric',
        accepted: question.numbers.map(numberInput),
        units: question.units.map(({ name, factor }) => ({ name: name.trim(), factor: numberOf(factor) })),
        unitPenalty: question.units.length > 0 ? numberOf(question.unitPenalty) / 100 : 0,
      };
    case 'essay':
      return { ...common, ...essayInput(question) };
    case 'matching':
      return { ...common, ...matchingInput(question) };
    case 'ordering':
      return {
        ...common,
        type: 'ordering',
        items: withoutTail(question.items, ({ text }) => text.trim() === '', 2).map(({ text }) =>
          text.trim(),
        ),
        strategy: question.strategy,
      };
    case 'cloze':
      return { ...common, ...clozeInput(question) };
  }
}

export const usedTexts = (texts: readonly DraftText[]): DraftText[] =>
  withoutTail(texts, ({ text }) => text.trim() === '', 1);

const textInput = ({ text, share, feedback }: DraftText): AcceptedTextInput => ({
  text: text.trim(),
  weight: numberOf(share) / 100,
  feedback: feedback.trim() || null,
});

function numberInput({ kind, value, high, tolerance, share, feedback }: DraftNumber): AcceptedNumberInput {
  const common = { value: numberOf(value), weight: numberOf(share) / 100, feedback: feedback.trim() || null };
  if (kind === 'range') return { ...common, high: numberOf(high), tolerance: 0, kind: 'absolute' };
  return { ...common, high: null, tolerance: numberOf(tolerance) / (kind === 'absolute' ? 1 : 100), kind };
}

const essayInput = (question: DraftQuestion): Omit<EssayInput, 'text'> => ({
  type: 'essay',
  minWords: numberOf(question.minWords) || 0,
  maxWords: numberOf(question.maxWords) || null,
  template: question.template.trim() === '' ? null : question.template,
  rubric: question.rubric.map(
    ({ text, levels }): CriterionInput => ({
      text: text.trim(),
      levels: levels.map((level) => ({ points: numberOf(level.points), text: level.text.trim() })),
    }),
  ),
  graderNotes: question.graderNotes.trim() || null,
});

const matchingInput = ({ pairs, distractors }: DraftQuestion): Omit<MatchingInput, 'text'> => ({
  type: 'matching',
  pairs: withoutTail(pairs, ({ prompt, answer }) => `${prompt}${answer}`.trim() === '', 1).map(
    ({ prompt, answer }) => ({ prompt: prompt.trim(), answer: answer.trim() }),
  ),
  distractors: lines(distractors),
});

const clozeInput = ({ gaps }: DraftQuestion): Omit<ClozeInput, 'text'> => ({
  type: 'cloze',
  gaps: gaps.map(gapInput),
});

function gapInput(gap: DraftGap): ClozeInput['gaps'][number] {
  const common = { id: gap.id, weight: numberOf(gap.weight) };
  switch (gap.kind) {
    case 'choice':
      return {
        ...common,
        type: 'choice',
        layout: gap.layout,
        options: optionsInput({ type: 'single', options: gap.options, scoring: gap.scoring }),
      };
    case 'text':
      return {
        ...common,
        type: 'text',
        accepted: usedTexts(gap.texts).map(textInput),
        caseSensitive: gap.caseSensitive,
      };
    case 'number':
      return { ...common, type: 'number', accepted: gap.numbers.map(numberInput) };
  }
}
