import { useTranslation } from 'react-i18next';
import type { AttendanceCounts } from '@/generated/schema';
import { cx } from '@/ui/cx';
import css from './Status.module.css';
import { STATUSES, total } from './statuses';

/** A quiet bar: how much of the class was there, late, away. The numbers beside it say the same. */
export function TallyBar({ counts }: { counts: AttendanceCounts }) {
  const { t } = useTranslation();
  const shown = STATUSES.filter((status) => counts[status] > 0);
  if (total(counts) === 0) return <p className={css.numbers}>{t('attendance.nobody')}</p>;
  return (
    <div className={css.tally}>
      <div className={css.bar} aria-hidden="true">
        {shown.map((status) => (
          <i key={status} className={cx(css.part, css[status])} style={{ flexGrow: counts[status] }} />
        ))}
      </div>
      <ul className={css.numbers}>
        {shown.map((status) => (
          <li key={status} className={css[status]}>
            <b>{counts[status]}</b> {t(`attendance.status.${status}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
