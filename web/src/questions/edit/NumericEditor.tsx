import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { newUnit } from '../draft';
import css from './Edit.module.css';
import { Line } from './Line';
import { patched, without } from './lists';
import { NumberRows } from './NumberRows';
import type { EditProps } from './props';

/** Numbers that count, and the units they may be given in. */
export function NumericEditor({ question, errors, onChange }: EditProps) {
  const { t } = useTranslation();
  const { units } = question;
  return (
    <>
      <NumberRows numbers={question.numbers} errors={errors} onChange={(numbers) => onChange({ numbers })} />
      <fieldset className={css.rows}>
        <legend className={css.small}>{t('editor.units')}</legend>
        <p className={css.hint}>{t(units.length > 0 ? 'editor.unitsHint' : 'editor.noUnits')}</p>
        {units.map((unit, index) => (
          <div key={unit.key} className={css.row}>
            <Line
              label={t('editor.unit')}
              size={6}
              maxLength={40}
              error={errors[`units[${index}].name`]}
              value={unit.name}
              onChange={(event) =>
                onChange({ units: patched(units, unit.key, { name: event.target.value }) })
              }
            />
            <span className={css.says}>×</span>
            <Line
              label={t('editor.factor')}
              size={6}
              inputMode="decimal"
              error={errors[`units[${index}].factor`]}
              value={unit.factor}
              onChange={(event) =>
                onChange({ units: patched(units, unit.key, { factor: event.target.value }) })
              }
            />
            <IconButton
              icon="close"
              label={t('editor.removeUnit', { number: index + 1 })}
              onClick={() => onChange({ units: without(units, unit.key) })}
            />
          </div>
        ))}
        {units.length < 20 && (
          <Button
            tone="plain"
            size="s"
            icon="plus"
            onClick={() => onChange({ units: [...units, newUnit()] })}
          >
            {t('editor.addUnit')}
          </Button>
        )}
      </fieldset>
      {units.length > 0 && (
        <Field
          label={t('editor.unitPenalty')}
          error={errors.unitPenalty}
          inputMode="numeric"
          value={question.unitPenalty}
          onChange={(event) => onChange({ unitPenalty: event.target.value })}
        />
      )}
    </>
  );
}
