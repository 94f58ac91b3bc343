import { useTranslation } from 'react-i18next';
import { percent } from '@/lib/percent';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { Icon } from '@/ui/Icon';
import type { ProgressRow } from './rows';
import css from './Watch.module.css';

/** Who has answered how much and who has handed in, as it happens. */
export function LiveRows({ rows, count }: { rows: ProgressRow[]; count: number }) {
  const { t } = useTranslation();
  if (rows.length === 0)
    return (
      <Empty art="chairs" title={t('progress.nobody')}>
        <p>{t('progress.nobodyHint')}</p>
      </Empty>
    );
  const done = rows.filter((row) => row.state === 'submitted').length;
  return (
    <>
      <p className={css.summary} role="status">
        {t('progress.finished', { done, all: rows.length })}
      </p>
      <ul className={css.rows}>
        {rows.map((row) => (
          <LiveRow key={row.userId} row={row} count={count} />
        ))}
      </ul>
    </>
  );
}

function LiveRow({ row, count }: { row: ProgressRow; count: number }) {
  const { t } = useTranslation();
  const submitted = row.state === 'submitted';
  return (
    <li className={cx(css.row, css[row.state])}>
      <span className={css.name}>{row.name}</span>
      <span className={css.stand}>
        {submitted && <Icon name="check" size={18} />}
        {submitted && row.score !== null
          ? percent(row.score)
          : t(row.state === 'waiting' ? 'progress.notStarted' : 'progress.answered', {
              answered: row.answered,
              all: count,
            })}
      </span>
      <progress
        max={count}
        value={submitted ? count : row.answered}
        aria-label={
          submitted ? t('progress.handedIn') : t('progress.answered', { answered: row.answered, all: count })
        }
      />
    </li>
  );
}
