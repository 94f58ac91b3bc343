import { useTranslation } from 'react-i18next';
import type { OptionView } from '@/generated/schema';

/** What an option says; true and false in the reader's language. */
export function useOptionText(): (option: Pick<OptionView, 'optionId' | 'text'>) => string {
  const { t } = useTranslation();
  return ({ text, optionId }) => text ?? t(optionId === 'true' ? 'grading.true' : 'grading.false');
}
