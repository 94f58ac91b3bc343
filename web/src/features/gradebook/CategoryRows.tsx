import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { Field, Select } from '@/ui/Field';
import { type Draft, newId, sharesOf } from './draft';
import { useNumbers } from './numbers';
import css from './SetUpDialog.module.css';

export interface RowsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** What the columns are grouped into, and how much each group counts. */
export function CategoryRows({ draft, onChange }: RowsProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const shares = sharesOf(draft);
  const used = new Set(draft.columns.map((one) => one.categoryId));
  const change = (id: string, fields: Partial<Draft['categories'][number]>) =>
    onChange({
      ...draft,
      categories: draft.categories.map((one) => (one.id === id ? { ...one, ...fields } : one)),
    });
  return (
    <fieldset className={css.group}>
      <legend>{t('grades.categories')}</legend>
      {draft.categories.map((one, place) => (
        <div key={one.id} className={css.row}>
          <Field
            label={t('grades.categoryTitle')}
            maxLength={120}
            value={one.title}
            placeholder={t('grades.everything')}
            onChange={(event) => change(one.id, { title: event.target.value })}
          />
          <div className={css.numbers}>
            <Field
              label={t('grades.weight')}
              inputMode="decimal"
              value={one.weight}
              hint={`= ${numbers.percent(shares[place])}`}
              onChange={(event) => change(one.id, { weight: event.target.value })}
            />
            <Field
              label={t('grades.dropLowest')}
              inputMode="numeric"
              value={one.dropLowest}
              onChange={(event) => change(one.id, { dropLowest: event.target.value })}
            />
            <Select
              label={t('grades.countingLabel')}
              value={one.counting ?? 'points'}
              onChange={(event) =>
                change(one.id, { counting: event.target.value === 'percent' ? 'percent' : 'points' })
              }
            >
              <option value="points">{t('grades.counting.points')}</option>
              <option value="percent">{t('grades.counting.percent')}</option>
            </Select>
          </div>
          {!used.has(one.id) && draft.categories.length > 1 && (
            <IconButton
              icon="trash"
              label={t('grades.remove', { title: one.title })}
              onClick={() =>
                onChange({ ...draft, categories: draft.categories.filter(({ id }) => id !== one.id) })
              }
            />
          )}
        </div>
      ))}
      <Button
        tone="paper"
        size="s"
        icon="plus"
        disabled={draft.categories.length >= 30}
        onClick={() =>
          onChange({
            ...draft,
            categories: [
              ...draft.categories,
              { id: newId(), title: '', weight: '1', dropLowest: '0', counting: 'points' },
            ],
          })
        }
      >
        {t('grades.addCategory')}
      </Button>
    </fieldset>
  );
}
