import { useTranslation } from 'react-i18next';
import type { BookView, CategoryPart, GradeRow } from '@/generated/schema';
import { cx } from '@/ui/cx';
import css from './Explanation.module.css';
import { useNumbers } from './numbers';

/** How a total came about: every mark in its category, every category with its share, and the sum. */
export function Explanation({ book, row }: { book: BookView; row: GradeRow }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { total } = row;
  const counting = total.categories.filter((one) => one.fraction !== null && one.share > 0);
  return (
    <div className={css.account}>
      <p className={css.total}>
        <span>{t('grades.total')}</span>
        <strong>{numbers.percent(total.fraction)}</strong>
        {total.label !== null && <b>{total.label}</b>}
      </p>
      {counting.length > 1 && (
        <p className={css.sum}>
          {counting
            .map((one) => `${numbers.percent(one.share)} × ${numbers.percent(one.fraction)}`)
            .join(' + ')}
          {` = ${numbers.percent(total.fraction)}`}
        </p>
      )}
      {total.categories.map((part) => (
        <Part key={part.categoryId} part={part} book={book} row={row} />
      ))}
    </div>
  );
}

function Part({ part, book, row }: { part: CategoryPart; book: BookView; row: GradeRow }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const category = book.categories.find((one) => one.id === part.categoryId);
  if (!category || part.lines.length === 0) return null;
  const drop = category.dropLowest ?? 0;
  return (
    <section className={css.part}>
      <header>
        <h3>{category.title || t('grades.everything')}</h3>
        <b>{numbers.percent(part.fraction)}</b>
        <p>
          {t('grades.counts', { share: numbers.percent(part.share) })}
          {' · '}
          {t(`grades.counting.${category.counting ?? 'points'}`)}
          {drop > 0 && ` · ${t('grades.dropping', { count: drop })}`}
        </p>
      </header>
      <ul>
        {part.lines.map((line) => (
          <li key={line.columnId} className={cx(line.counted === 'dropped' && css.dropped)}>
            <span>
              {book.columns.find((one) => one.id === line.columnId)?.title}
              {line.counted !== 'counted' && <em>{t(`grades.counted.${line.counted}`)}</em>}
              {row.cells[line.columnId]?.reason && <small>{row.cells[line.columnId]?.reason}</small>}
            </span>
            <span className={css.points}>
              {numbers.points(line.points) || '–'}
              <small> / {numbers.points(line.maxPoints)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
