import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, TextArea } from '@/ui/Field';
import { OptionsEditor } from './OptionsEditor';
import type { QuestionEditorProps } from './QuestionEditor';
import css from './QuizEditor.module.css';

/** What is right, asked for in the way of the question's type. */
export function KeyEditor({
  question,
  errors,
  onChange,
}: Pick<QuestionEditorProps, 'question' | 'errors' | 'onChange'>) {
  const { t } = useTranslation();
  const name = useId();
  switch (question.type) {
    case 'trueFalse':
      return (
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
      );
    case 'shortAnswer':
      return (
        <>
          <TextArea
            label={t('editor.accepted')}
            hint={t('editor.acceptedHint')}
            error={errors.accepted}
            value={question.accepted}
            onChange={(event) => onChange({ accepted: event.target.value })}
          />
          <label className={css.check}>
            <input
              type="checkbox"
              checked={question.caseSensitive}
              onChange={(event) => onChange({ caseSensitive: event.target.checked })}
            />
            {t('editor.caseSensitive')}
          </label>
        </>
      );
    case 'single':
    case 'multiple':
      return <OptionsEditor question={question} errors={errors} onChange={onChange} />;
  }
}
