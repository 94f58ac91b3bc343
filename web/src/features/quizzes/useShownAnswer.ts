import { useTranslation } from 'react-i18next';
import type { QuestionView } from '@/generated/schema';
import { type AnswerValue, isAnswered } from './desk';

/** An answer as words: option ids become the options' texts. */
export function useShownAnswer({
  type,
  options,
}: Pick<QuestionView, 'type' | 'options'>): (value: AnswerValue) => string {
  const { t } = useTranslation();
  const text = (id: string): string => options.find((option) => option.id === id)?.text ?? '';
  return (value) => {
    if (value === null || !isAnswered(value)) return t('result.none');
    if (typeof value === 'boolean') return t(value ? 'take.true' : 'take.false');
    if (Array.isArray(value)) return value.map(text).join(', ');
    return type === 'shortAnswer' ? value : text(value);
  };
}
