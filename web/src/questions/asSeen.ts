import type { GapView, PartView } from '@/generated/schema';
import {
  type DraftGap,
  type DraftOption,
  type DraftQuestion,
  filledOptions,
  lines,
  numberOf,
  withoutTail,
} from './draft';
import type { QuestionView } from './kinds';

/** A draft as students will see it. What has no order of its own is in the order of its random keys. */
export function asSeen(question: DraftQuestion): QuestionView {
  const common = { id: question.key, text: question.text, points: numberOf(question.points) || 0 };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...common, type: question.type, options: filledOptions(question.options).map(part) };
    case 'trueFalse':
    case 'shortAnswer':
      return { ...common, type: question.type };
    case 'numeric':
      return { ...common, type: 'numeric', withUnit: question.units.length > 0 };
    case 'essay':
      return {
        ...common,
        type: 'essay',
        minWords: numberOf(question.minWords) || 0,
        maxWords: numberOf(question.maxWords) || null,
        template: question.template.trim() === '' ? null : question.template,
      };
    case 'matching':
      return { ...common, type: 'matching', ...matched(question) };
    case 'ordering': {
      const items = withoutTail(question.items, ({ text }) => text.trim() === '', 2).map(part);
      return { ...common, type: 'ordering', items: mixed(items) };
    }
    case 'cloze':
      return { ...common, type: 'cloze', gaps: question.gaps.map(gapSeen) };
  }
}

const part = ({ key, text }: Pick<DraftOption, 'key' | 'text'>): PartView => ({ id: key, text });

const mixed = (parts: PartView[]): PartView[] => parts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

function matched({ pairs, distractors }: DraftQuestion): { prompts: PartView[]; choices: PartView[] } {
  const used = pairs.filter(({ prompt, answer }) => prompt.trim() !== '' || answer.trim() !== '');
  const texts = new Map(used.map(({ key, answer }) => [answer.trim(), key]));
  for (const text of lines(distractors)) texts.set(text, texts.get(text) ?? text);
  return {
    prompts: used.map(({ key, prompt }) => ({ id: key, text: prompt })),
    choices: mixed([...texts].flatMap(([text, id]) => (text === '' ? [] : { id, text }))),
  };
}

const gapSeen = (gap: DraftGap): GapView => ({
  id: gap.id,
  kind: gap.kind,
  layout: gap.layout,
  options: gap.kind === 'choice' ? filledOptions(gap.options).map(part) : [],
});
