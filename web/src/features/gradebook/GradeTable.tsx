import { useTranslation } from 'react-i18next';
import type { Column } from '@/generated/schema';
import { cx } from '@/ui/cx';
import type { Gradebook } from './api';
import { CellInput } from './CellInput';
import { moveFocus } from './moves';
import { useNumbers } from './numbers';
import css from './Table.module.css';

export interface TableProps {
  classroomId: string;
  gradebook: Gradebook;
  /** Shows one cell with its history. */
  onCell: (userId: string, columnId: string) => void;
  /** Shows how a student's total came about. */
  onTotal: (userId: string) => void;
}

/** Everybody's marks: names stay in sight while one moves through the columns. */
export function GradeTable({ classroomId, gradebook: { book, rows }, onCell, onTotal }: TableProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <div className={css.scroll}>
      <table className={css.table} onKeyDown={moveFocus}>
        <thead>
          <tr>
            <th scope="col" className={css.name}>
              {t('grades.student')}
            </th>
            <th scope="col">{t('grades.total')}</th>
            {book.columns.map((column) => (
              <Head key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.userId}>
              <th scope="row" className={css.name}>
                {row.name}
              </th>
              <td data-cell={`${place}:0`}>
                <button
                  type="button"
                  className={cx(css.value, css.total)}
                  onClick={() => onTotal(row.userId)}
                >
                  {numbers.percent(row.total.fraction)}
                  {row.total.label !== null && <b className={css.label}>{row.total.label}</b>}
                </button>
              </td>
              {book.columns.map((column, index) => (
                <td key={column.id} data-cell={`${place}:${index + 1}`}>
                  {column.quizId === null ? (
                    <CellInput
                      classroomId={classroomId}
                      column={column}
                      row={row}
                      onDetails={() => onCell(row.userId, column.id)}
                    />
                  ) : (
                    <button
                      type="button"
                      className={cx(css.value, row.cells[column.id]?.given && css.given)}
                      aria-label={t('grades.cell', { name: row.name, column: column.title })}
                      aria-description={numbers.points(row.cells[column.id]?.points) || t('grades.none')}
                      onClick={() => onCell(row.userId, column.id)}
                    >
                      {row.cells[column.id]?.excused
                        ? t('grades.counted.excused')
                        : numbers.points(row.cells[column.id]?.points) || '–'}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <th scope="col">
      <span className={css.title}>{column.title}</span>
      <small>
        {t('grades.outOf', { max: numbers.points(column.maxPoints) })}
        {!column.released && ` · ${t('grades.hidden')}`}
      </small>
    </th>
  );
}
