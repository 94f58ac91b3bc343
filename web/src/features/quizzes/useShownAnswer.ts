import { useTranslation } from 'react-i18next';
import type { PartView } from '@/generated/schema';
import { type AnswerValue, isAnswered } from './desk';
import type { QuestionView } from './question';

/** An answer as words: ids become the texts of what they stand for. */
export function useShownAnswer(question: QuestionView): (value: AnswerValue) => string {
  const { t } = useTranslation();
  const parts = partsOf(question);
  const text = (id: string): string => parts.find((part) => part.id === id)?.text ?? id;
  return (value) => {
    if (value === null || !isAnswered(value)) return t('result.none');
    if (typeof value === 'boolean') return t(value ? 'take.true' : 'take.false');
    if (Array.isArray(value)) return value.map(text).join(', ');
    if (typeof value === 'string') return text(value);
    return Object.entries(value)
      .map(([place, filled]) =>
        question.type === 'cloze' ? text(filled) : `${text(place)}: ${text(filled)}`,
      )
      .join(', ');
  };
}

function partsOf(question: QuestionView): PartView[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options;
    case 'ordering':
      return question.items;
    case 'matching':
      return [...question.prompts, ...question.choices];
    case 'cloze':
      return question.gaps.flatMap((gap) => gap.options ?? []);
    default:
      return [];
  }
}
