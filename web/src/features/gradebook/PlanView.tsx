import { useTranslation } from 'react-i18next';
import type { BookView, ImportPlan } from '@/generated/schema';
import { Notice } from '@/ui/Notice';
import css from './ImportDialog.module.css';
import { useNumbers } from './numbers';

/** What an import would change, and every row that it would leave out. */
export function PlanView({ plan, book }: { plan: ImportPlan; book: BookView }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const titles = new Map(book.columns.map((one) => [one.id, one.title]));
  return (
    <>
      {plan.unmatched.length > 0 && (
        <section className={css.left}>
          <h3>{t('grades.leftOut', { count: plan.unmatched.length })}</h3>
          <ul>
            {plan.unmatched.map((one) => (
              <li key={`${one.line}:${one.column}`}>
                <b>{t('grades.line', { line: one.line })}</b>
                <span>
                  {[one.column, `“${one.text}”`].filter(Boolean).join(' · ')} – {t(`grades.why.${one.why}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.ignoredColumns.length > 0 && (
        <Notice tone="info">{t('grades.ignored', { titles: plan.ignoredColumns.join(', ') })}</Notice>
      )}
      <section className={css.changes}>
        <h3>{t('grades.changes', { count: plan.changes.length })}</h3>
        {plan.unchanged > 0 && <p>{t('grades.unchanged', { count: plan.unchanged })}</p>}
        <ul>
          {plan.changes.map((one) => (
            <li key={`${one.userId}:${one.columnId}`}>
              <span>
                {one.name}
                <small>{titles.get(one.columnId)}</small>
              </span>
              <span>
                {numbers.points(one.before) || '–'} →{' '}
                <b>{one.excused ? t('grades.counted.excused') : numbers.points(one.points)}</b>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
