import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { type DraftText, newText } from '../draft';
import type { Errors } from '../useFlaws';
import css from './Edit.module.css';
import { Line, Share } from './Line';
import { patched, without } from './lists';

interface TextRowsProps {
  texts: DraftText[];
  /** By the server's name of the list, `accepted`. */
  errors: Errors;
  onChange: (texts: DraftText[]) => void;
}

/** Accepted texts, each with what it is worth. */
export function TextRows({ texts, errors, onChange }: TextRowsProps) {
  const { t } = useTranslation();
  const [talks, setTalks] = useState(texts.some(({ feedback }) => feedback !== ''));
  const change = (key: string, patch: Partial<DraftText>) => onChange(patched(texts, key, patch));
  return (
    <fieldset className={css.rows}>
      <legend className={css.small}>{t('editor.accepted')}</legend>
      {texts.map((one, index) => (
        <div key={one.key} className={css.row}>
          <Line
            label={t('editor.option', { number: index + 1 })}
            error={errors[`accepted[${index}].text`] ?? (index === 0 ? errors.accepted : undefined)}
            value={one.text}
            onChange={(event) => change(one.key, { text: event.target.value })}
          />
          <Share
            label={t('editor.share', { number: index + 1 })}
            error={errors[`accepted[${index}].weight`]}
            value={one.share}
            onChange={(event) => change(one.key, { share: event.target.value })}
          />
          {texts.length > 1 && (
            <IconButton
              icon="close"
              label={t('editor.removeOption', { number: index + 1 })}
              onClick={() => onChange(without(texts, one.key))}
            />
          )}
          {talks && (
            <span className={css.under}>
              <Line
                label={t('editor.feedback', { number: index + 1 })}
                maxLength={2000}
                value={one.feedback}
                onChange={(event) => change(one.key, { feedback: event.target.value })}
              />
            </span>
          )}
        </div>
      ))}
      <span className={css.adds}>
        {texts.length < 50 && (
          <Button tone="plain" size="s" icon="plus" onClick={() => onChange([...texts, newText()])}>
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
