import { useTranslation } from 'react-i18next';
import { percent } from '@/lib/percent';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import type { Results } from './api';
import { averageScore, bestRows } from './rows';
import css from './Watch.module.css';

/** How everybody did: the best attempt of each student. */
export function ResultsTable({ results: { quiz, rows: listed } }: { results: Results }) {
  const { t } = useTranslation();
  const rows = bestRows(listed);
  const average = averageScore(rows);
  if (rows.length === 0) return <Empty art="chairs" title={t('progress.none')} />;
  return (
    <>
      {average !== null && (
        <p className={css.summary}>
          {t('progress.average', { score: percent(average) })}
          {' · '}
          {t('progress.passed', {
            count: rows.filter((row) => (row.score ?? 0) >= quiz.passScore).length,
            all: rows.length,
          })}
        </p>
      )}
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('progress.student')}</th>
            <th scope="col">{t('progress.score')}</th>
            <th scope="col">{t('progress.tokens')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.userId}>
              <th scope="row">
                {row.name}
                {row.attempts > 1 && <small>{t('progress.bestOf', { count: row.attempts })}</small>}
              </th>
              <td className={cx(css.score, (row.score ?? 0) >= quiz.passScore && css.pass)}>
                {row.score === null ? '–' : percent(row.score)}
              </td>
              <td>{row.tokensEarned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
