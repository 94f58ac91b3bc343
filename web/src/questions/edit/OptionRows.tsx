import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { type DraftOption, newOption, type Scoring } from '../draft';
import type { Errors } from '../useFlaws';
import css from './Edit.module.css';
import { Line, Share } from './Line';
import { patched, without } from './lists';

const MOST_OPTIONS = 20;

interface OptionRowsProps {
  legend: string;
  /** The server's name of the list, under which it complains. */
  field: string;
  options: DraftOption[];
  several: boolean;
  scoring: Scoring;
  errors: Errors;
  onMark: (key: string, correct: boolean) => void;
  onChange: (options: DraftOption[]) => void;
}

/** Options in rows: marked as right, or each with its share; and what is said to whoever chooses one. */
export function OptionRows({ options, field, errors, onChange, ...props }: OptionRowsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [talks, setTalks] = useState(options.some(({ feedback }) => feedback !== ''));
  const fault = errors[field];
  const custom = props.scoring === 'custom';
  return (
    <fieldset className={css.rows} aria-describedby={fault ? `${id}-error` : undefined}>
      <legend className={css.small}>{props.legend}</legend>
      {options.map((option, index) => (
        <div key={option.key} className={cx(css.row, !custom && option.correct && css.marked)}>
          {!custom && (
            <input
              type={props.several ? 'checkbox' : 'radio'}
              name={id}
              aria-label={t('editor.right', { number: index + 1 })}
              aria-invalid={fault ? true : undefined}
              checked={option.correct}
              onChange={(event) => props.onMark(option.key, event.target.checked)}
            />
          )}
          <Line
            label={t('editor.option', { number: index + 1 })}
            error={errors[`${field}[${index}].text`]}
            value={option.text}
            onChange={(event) => onChange(patched(options, option.key, { text: event.target.value }))}
          />
          {custom && (
            <Share
              label={t('editor.share', { number: index + 1 })}
              error={errors[`${field}[${index}].weight`]}
              value={option.share}
              onChange={(event) => onChange(patched(options, option.key, { share: event.target.value }))}
            />
          )}
          {options.length > 2 && (
            <IconButton
              icon="close"
              label={t('editor.removeOption', { number: index + 1 })}
              onClick={() => onChange(without(options, option.key))}
            />
          )}
          {talks && (
            <span className={css.under}>
              <Line
                label={t('editor.feedback', { number: index + 1 })}
                maxLength={2000}
                value={option.feedback}
                onChange={(event) => onChange(patched(options, option.key, { feedback: event.target.value }))}
              />
            </span>
          )}
        </div>
      ))}
      {fault && (
        <p id={`${id}-error`} className={css.error}>
          {fault}
        </p>
      )}
      <span className={css.adds}>
        {options.length < MOST_OPTIONS && (
          <Button tone="plain" size="s" icon="plus" onClick={() => onChange([...options, newOption()])}>
            {t('editor.addOption')}
          </Button>
        )}
        {!talks && (
          <Button tone="plain" size="s" icon="chat" onClick={() => setTalks(true)}>
            {t('editor.feedbacks')}
          </Button>
        )}
      </span>
    </fieldset>
  );
}
