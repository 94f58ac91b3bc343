import { useTranslation } from 'react-i18next';
import type { GradeRow } from '@/generated/schema';
import { IconButton } from '@/ui/Button';
import { CellInput } from './CellInput';
import type { TableProps } from './GradeTable';
import { useNumbers } from './numbers';
import css from './Table.module.css';

/** The same marks where there is no room for a table: one card per student, opened to write. */
export function GradeCards({ gradebook, ...props }: TableProps) {
  return (
    <ul className={css.cards}>
      {gradebook.rows.map((row) => (
        <Card key={row.userId} row={row} gradebook={gradebook} {...props} />
      ))}
    </ul>
  );
}

function Card({ row, classroomId, gradebook: { book }, onCell, onTotal }: TableProps & { row: GradeRow }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <li>
      <details className={css.card}>
        <summary>
          <span>{row.name}</span>
          {numbers.percent(row.total.fraction)}
          {row.total.label !== null && <b className={css.label}>{row.total.label}</b>}
          <IconButton
            icon="more"
            label={t('grades.explain', { name: row.name })}
            onClick={() => onTotal(row.userId)}
          />
        </summary>
        <ul>
          {book.columns.map((column) => (
            <li key={column.id}>
              <span>
                {column.title}
                <small>{t('grades.outOf', { max: numbers.points(column.maxPoints) })}</small>
              </span>
              {column.quizId === null ? (
                <CellInput
                  classroomId={classroomId}
                  column={column}
                  row={row}
                  onDetails={() => onCell(row.userId, column.id)}
                />
              ) : (
                <b>{numbers.points(row.cells[column.id]?.points) || '–'}</b>
              )}
              <IconButton
                icon="pencil"
                label={t('grades.details', { name: row.name, column: column.title })}
                onClick={() => onCell(row.userId, column.id)}
              />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
