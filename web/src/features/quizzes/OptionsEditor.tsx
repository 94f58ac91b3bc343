import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { canGrow, marked, newOption } from './draft';
import type { QuestionEditorProps } from './QuestionEditor';
import css from './QuizEditor.module.css';

export function OptionsEditor({
  question,
  errors,
  onChange,
}: Pick<QuestionEditorProps, 'question' | 'errors' | 'onChange'>) {
  const { t } = useTranslation();
  const id = useId();
  const { options } = question;
  const rename = (key: string, text: string) =>
    onChange({ options: options.map((option) => (option.key === key ? { ...option, text } : option)) });
  return (
    <fieldset className={css.options} aria-describedby={errors.options ? `${id}-error` : undefined}>
      <legend className={css.small}>
        {t(question.type === 'single' ? 'editor.optionsOne' : 'editor.options')}
      </legend>
      {options.map((option, index) => {
        const wrong = errors[`options[${index}].text`];
        return (
          <div key={option.key} className={cx(css.option, option.correct && css.marked)}>
            <input
              type={question.type === 'single' ? 'radio' : 'checkbox'}
              name={id}
              aria-label={t('editor.right', { number: index + 1 })}
              aria-invalid={errors.options ? true : undefined}
              checked={option.correct}
              onChange={(event) => onChange({ options: marked(question, option.key, event.target.checked) })}
            />
            <input
              type="text"
              className={css.line}
              aria-label={t('editor.option', { number: index + 1 })}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={wrong ? `${id}-${index}` : undefined}
              placeholder={t('editor.option', { number: index + 1 })}
              maxLength={500}
              value={option.text}
              onChange={(event) => rename(option.key, event.target.value)}
            />
            {options.length > 2 && (
              <IconButton
                icon="close"
                label={t('editor.removeOption', { number: index + 1 })}
                onClick={() => onChange({ options: options.filter(({ key }) => key !== option.key) })}
              />
            )}
            {wrong && (
              <p id={`${id}-${index}`} className={css.error}>
                {wrong}
              </p>
            )}
          </div>
        );
      })}
      {errors.options && (
        <p id={`${id}-error`} className={css.error}>
          {errors.options}
        </p>
      )}
      {canGrow(question) && (
        <Button
          tone="plain"
          size="s"
          icon="plus"
          onClick={() => onChange({ options: [...options, newOption()] })}
        >
          {t('editor.addOption')}
        </Button>
      )}
    </fieldset>
  );
}
