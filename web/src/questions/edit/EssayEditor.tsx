import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '@/ui/Field';
import css from './Edit.module.css';
import type { EditProps } from './props';
import { RubricEditor } from './RubricEditor';

/** How long a text is to be, what it begins with, and what it is judged by. */
export function EssayEditor({ question, errors, onChange }: EditProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={css.halves}>
        <Field
          label={t('editor.minWords')}
          error={errors.minWords}
          inputMode="numeric"
          value={question.minWords}
          onChange={(event) => onChange({ minWords: event.target.value })}
        />
        <Field
          label={t('editor.maxWords')}
          hint={t('editor.maxWordsHint')}
          error={errors.maxWords}
          inputMode="numeric"
          value={question.maxWords}
          onChange={(event) => onChange({ maxWords: event.target.value })}
        />
      </div>
      <RubricEditor rubric={question.rubric} errors={errors} onChange={(rubric) => onChange({ rubric })} />
      <details className={css.more} open={Boolean(question.template || question.graderNotes) || undefined}>
        <summary>{t('editor.essayMore')}</summary>
        <TextArea
          label={t('editor.template')}
          maxLength={10_000}
          value={question.template}
          onChange={(event) => onChange({ template: event.target.value })}
        />
        <TextArea
          label={t('editor.graderNotes')}
          hint={t('editor.graderNotesHint')}
          maxLength={10_000}
          value={question.graderNotes}
          onChange={(event) => onChange({ graderNotes: event.target.value })}
        />
      </details>
    </>
  );
}
