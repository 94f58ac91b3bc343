import { useTranslation } from 'react-i18next';
import type { AnswerValue, QuestionOption } from '@/generated/api';

/** An answer as words: option ids become the options' texts. */
export function useShownAnswer({ options }: { options: QuestionOption[] }): (value: AnswerValue) => string {
  const { t } = useTranslation();
  const text = (id: string): string => options.find((option) => option.id === id)?.text ?? id;
  return (value) => {
    if (value === null || value === '') return t('result.none');
    if (typeof value === 'boolean') return t(value ? 'take.true' : 'take.false');
    return Array.isArray(value) ? value.map(text).join(', ') || t('result.none') : text(value);
  };
}
