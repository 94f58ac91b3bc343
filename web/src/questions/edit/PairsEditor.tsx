import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import { newPair } from '../draft';
import css from './Edit.module.css';
import { Line } from './Line';
import { patched, without } from './lists';
import type { EditProps } from './props';

/** What belongs together, and choices that belong nowhere. */
export function PairsEditor({ question, errors, onChange }: EditProps) {
  const { t } = useTranslation();
  const { pairs } = question;
  return (
    <>
      <fieldset className={css.rows}>
        <legend className={css.small}>{t('editor.pairs')}</legend>
        {pairs.map((pair, index) => (
          <div key={pair.key} className={css.row}>
            <Line
              label={t('editor.prompt', { number: index + 1 })}
              error={errors[`pairs[${index}]`] ?? (index === 0 ? errors.pairs : undefined)}
              value={pair.prompt}
              onChange={(event) =>
                onChange({ pairs: patched(pairs, pair.key, { prompt: event.target.value }) })
              }
            />
            <span className={css.dash} aria-hidden="true">
              –
            </span>
            <Line
              label={t('editor.match', { number: index + 1 })}
              value={pair.answer}
              onChange={(event) =>
                onChange({ pairs: patched(pairs, pair.key, { answer: event.target.value }) })
              }
            />
            {pairs.length > 1 && (
              <IconButton
                icon="close"
                label={t('editor.removePair', { number: index + 1 })}
                onClick={() => onChange({ pairs: without(pairs, pair.key) })}
              />
            )}
          </div>
        ))}
        {pairs.length < 30 && (
          <Button
            tone="plain"
            size="s"
            icon="plus"
            onClick={() => onChange({ pairs: [...pairs, newPair()] })}
          >
            {t('editor.addPair')}
          </Button>
        )}
      </fieldset>
      <TextArea
        label={t('editor.distractors')}
        hint={t('editor.distractorsHint')}
        error={errors.choices}
        rows={2}
        value={question.distractors}
        onChange={(event) => onChange({ distractors: event.target.value })}
      />
    </>
  );
}
