import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { type DraftCriterion, newCriterion, newLevel } from '../draft';
import type { Errors } from '../useFlaws';
import css from './Edit.module.css';
import { Line } from './Line';
import { patched, without } from './lists';

interface RubricEditorProps {
  rubric: DraftCriterion[];
  errors: Errors;
  onChange: (rubric: DraftCriterion[]) => void;
}

/** What a text is judged by: criteria, each with levels from the worst to the best. */
export function RubricEditor({ rubric, errors, onChange }: RubricEditorProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.rows}>
      <legend className={css.small}>{t('editor.rubric')}</legend>
      <p className={css.hint}>{t('editor.rubricHint')}</p>
      {rubric.map((row, index) => (
        <div key={row.key} className={css.criterion}>
          <div className={css.row}>
            <Line
              label={t('editor.criterion', { number: index + 1 })}
              error={errors[`rubric[${index}].text`]}
              value={row.text}
              onChange={(event) => onChange(patched(rubric, row.key, { text: event.target.value }))}
            />
            <IconButton
              icon="close"
              label={t('editor.removeCriterion', { number: index + 1 })}
              onClick={() => onChange(without(rubric, row.key))}
            />
          </div>
          <Levels levels={row.levels} onChange={(levels) => onChange(patched(rubric, row.key, { levels }))} />
          {errors[`rubric[${index}].levels`] && (
            <p className={css.error}>{errors[`rubric[${index}].levels`]}</p>
          )}
        </div>
      ))}
      {rubric.length < 20 && (
        <Button tone="plain" size="s" icon="plus" onClick={() => onChange([...rubric, newCriterion()])}>
          {t('editor.addCriterion')}
        </Button>
      )}
    </fieldset>
  );
}

type Level = DraftCriterion['levels'][number];

function Levels({ levels, onChange }: { levels: Level[]; onChange: (levels: Level[]) => void }) {
  const { t } = useTranslation();
  return (
    <ul className={css.levels}>
      {levels.map((level, index) => (
        <li key={level.key} className={css.row}>
          <Line
            label={t('editor.levelPoints', { number: index + 1 })}
            size={4}
            inputMode="decimal"
            value={level.points}
            onChange={(event) => onChange(patched(levels, level.key, { points: event.target.value }))}
          />
          <Line
            label={t('editor.level', { number: index + 1 })}
            value={level.text}
            onChange={(event) => onChange(patched(levels, level.key, { text: event.target.value }))}
          />
          {levels.length > 2 && (
            <IconButton
              icon="close"
              label={t('editor.removeLevel', { number: index + 1 })}
              onClick={() => onChange(without(levels, level.key))}
            />
          )}
        </li>
      ))}
      {levels.length < 10 && (
        <li>
          <Button
            tone="plain"
            size="s"
            icon="plus"
            onClick={() => onChange([...levels, newLevel(String(levels.length))])}
          >
            {t('editor.addLevel')}
          </Button>
        </li>
      )}
    </ul>
  );
}
