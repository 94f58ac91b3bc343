import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, Field } from '@/ui/Field';
import css from './Edit.module.css';
import type { EditProps } from './props';

export function TruthEditor({ question, onChange }: EditProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <>
      <Choice
        label={t('editor.truth')}
        name={name}
        value={String(question.truth)}
        onChange={(value) => onChange({ truth: value === 'true' })}
        options={[
          { value: 'true', label: t('take.true') },
          { value: 'false', label: t('take.false') },
        ]}
      />
      <details
        className={css.more}
        open={Boolean(question.feedbackTrue || question.feedbackFalse) || undefined}
      >
        <summary>{t('editor.feedbacks')}</summary>
        <Field
          label={t('editor.feedbackTrue')}
          value={question.feedbackTrue}
          maxLength={2000}
          onChange={(event) => onChange({ feedbackTrue: event.target.value })}
        />
        <Field
          label={t('editor.feedbackFalse')}
          value={question.feedbackFalse}
          maxLength={2000}
          onChange={(event) => onChange({ feedbackFalse: event.target.value })}
        />
      </details>
    </>
  );
}
