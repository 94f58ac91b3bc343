import { useTranslation } from 'react-i18next';
import type { Column, GradeRow } from '@/generated/schema';
import { useSentence } from '@/lib/useAction';
import { cx } from '@/ui/cx';
import css from './Table.module.css';
import { useCell } from './useCell';

interface CellInputProps {
  classroomId: string;
  column: Column;
  row: GradeRow;
  onDetails: () => void;
}

/** A mark to be typed: kept when the cell is left or on Enter, given up on Escape. */
export function CellInput({ classroomId, column, row, onDetails }: CellInputProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const cell = useCell(classroomId, column, row);
  const wrong = cell.flaw
    ? t('grades.outOfRange', { max: column.maxPoints })
    : cell.problem && sentence(cell.problem);
  return (
    <input
      className={cx(css.input, cell.busy && css.busy, cell.excused && css.excused)}
      inputMode="decimal"
      autoComplete="off"
      aria-label={t('grades.cell', { name: row.name, column: column.title })}
      aria-invalid={wrong ? true : undefined}
      title={wrong || undefined}
      placeholder={cell.excused ? t('grades.counted.excused') : '–'}
      value={cell.text}
      onChange={(event) => cell.type(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={cell.keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') cell.keep();
        if (event.key === 'Escape') cell.reset();
        if (event.key === 'F2') onDetails();
      }}
    />
  );
}
