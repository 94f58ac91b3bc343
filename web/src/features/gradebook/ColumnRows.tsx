import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { Field, Select } from '@/ui/Field';
import type { RowsProps } from './CategoryRows';
import { type Draft, newId } from './draft';
import css from './SetUpDialog.module.css';

type Row = Draft['columns'][number];

/** What gets marks: quizzes, which bring their own, and columns that are filled in by hand. */
export function ColumnRows({ draft, onChange }: RowsProps) {
  const { t } = useTranslation();
  const change = (id: string, fields: Partial<Row>) =>
    onChange({
      ...draft,
      columns: draft.columns.map((one) => (one.id === id ? { ...one, ...fields } : one)),
    });
  return (
    <fieldset className={css.group}>
      <legend>{t('grades.columns')}</legend>
      {draft.columns.map((one) => (
        <ColumnRow
          key={one.id}
          column={one}
          draft={draft}
          onChange={(fields) => change(one.id, fields)}
          onRemove={() => onChange({ ...draft, columns: draft.columns.filter(({ id }) => id !== one.id) })}
        />
      ))}
      <Button
        tone="paper"
        size="s"
        icon="plus"
        disabled={draft.columns.length >= 200}
        onClick={() => onChange({ ...draft, columns: [...draft.columns, newColumn(draft)] })}
      >
        {t('grades.addColumn')}
      </Button>
    </fieldset>
  );
}

const newColumn = (draft: Draft): Row => ({
  id: newId(),
  title: '',
  categoryId: draft.categories[0]?.id ?? '',
  maxPoints: '10',
  quizId: null,
  released: false,
  extraCredit: false,
});

interface ColumnRowProps {
  column: Row;
  draft: Draft;
  onChange: (fields: Partial<Row>) => void;
  onRemove: () => void;
}

function ColumnRow({ column, draft, onChange, onRemove }: ColumnRowProps) {
  const { t } = useTranslation();
  const byHand = column.quizId === null;
  return (
    <div className={css.row}>
      <Field
        label={t(byHand ? 'grades.columnTitle' : 'grades.quiz')}
        maxLength={120}
        readOnly={!byHand}
        value={column.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <div className={css.numbers}>
        <Field
          label={t('grades.maxPoints')}
          inputMode="decimal"
          readOnly={!byHand}
          value={column.maxPoints}
          onChange={(event) => onChange({ maxPoints: event.target.value })}
        />
        <Select
          label={t('grades.category')}
          value={column.categoryId}
          onChange={(event) => onChange({ categoryId: event.target.value })}
        >
          {draft.categories.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title || t('grades.everything')}
            </option>
          ))}
        </Select>
      </div>
      <div className={css.ticks}>
        <label>
          <input
            type="checkbox"
            checked={column.released ?? false}
            onChange={(event) => onChange({ released: event.target.checked })}
          />
          {t('grades.released')}
        </label>
        <label>
          <input
            type="checkbox"
            checked={column.extraCredit ?? false}
            onChange={(event) => onChange({ extraCredit: event.target.checked })}
          />
          {t('grades.extraCredit')}
        </label>
      </div>
      {byHand && (
        <IconButton icon="trash" label={t('grades.remove', { title: column.title })} onClick={onRemove} />
      )}
    </div>
  );
}
