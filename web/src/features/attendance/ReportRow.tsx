import { useTranslation } from 'react-i18next';
import type { RecordView } from '@/generated/schema';
import { useDates } from '@/lib/days';
import { IconButton } from '@/ui/Button';
import css from './Attendance.module.css';
import { StatusPill } from './StatusPill';
import { Timeline } from './Timeline';

interface ReportRowProps {
  record: RecordView;
  start: string;
  end: string;
  lateAfter: number;
  onChange: () => void;
}

export function ReportRow({ record, start, end, lateAfter, onChange }: ReportRowProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { checkInTime, checkOutTime } = record;
  return (
    <article className={css.record}>
      <h3>{record.name}</h3>
      <StatusPill status={record.status} />
      <Timeline spans={record.spans} start={start} end={end} lateAfter={lateAfter} />
      <p className={css.times}>
        {checkInTime && checkOutTime ? (
          <>
            <span>
              {dates.time(checkInTime)} – {dates.time(checkOutTime)}
            </span>
            <span>{t('attendance.minutes', { count: Math.round(record.presentSeconds / 60) })}</span>
          </>
        ) : (
          t('attendance.notThere')
        )}
      </p>
      <IconButton
        icon="pencil"
        label={t('attendance.override.open', { name: record.name })}
        onClick={onChange}
      />
      {(record.excuse || record.history.length > 0) && (
        <details className={css.story}>
          <summary>{t('attendance.story')}</summary>
          {record.excuse && (
            <p>
              <b>{t(`attendance.excuse.${record.excuse.state}`)}</b> {record.excuse.text}
            </p>
          )}
          <ul>
            {record.history.map((entry) => (
              <li key={entry.at}>
                {t('attendance.changed', {
                  name: entry.byName,
                  when: dates.moment(entry.at),
                  was: t(`attendance.status.${entry.was ?? 'open'}`),
                  is: t(`attendance.status.${entry.status ?? 'open'}`),
                })}
                {entry.reason && <q>{entry.reason}</q>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
