import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { typedOf } from '../kinds';
import type { AnswerProps } from './props';

/** A few words, or a number: typed as one has learned to write it. */
export function LineInput({ question, value, onChange, labelledBy }: AnswerProps<'shortAnswer' | 'numeric'>) {
  const { t } = useTranslation();
  const hint = question.type === 'numeric' && t(question.withUnit ? 'take.withUnit' : 'take.withoutUnit');
  return (
    <Field
      label={t(question.type === 'numeric' ? 'take.number' : 'take.shortAnswer')}
      hint={hint || undefined}
      type="text"
      inputMode={question.type === 'numeric' && !question.withUnit ? 'decimal' : 'text'}
      aria-labelledby={labelledBy}
      value={typedOf(value)}
      maxLength={question.type === 'numeric' ? 200 : 2000}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
