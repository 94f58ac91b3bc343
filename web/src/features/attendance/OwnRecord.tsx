import { useTranslation } from 'react-i18next';
import type { RecordView } from '@/generated/schema';
import { useDates } from '@/lib/days';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import css from './Attendance.module.css';
import { StatusPill } from './StatusPill';
import { Timeline } from './Timeline';

export function OwnRecord({ record, onExcuse }: { record: RecordView; onExcuse: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { excuse } = record;
  const open = !excuse || excuse.state === 'pending';
  const canExcuse = record.held && open && record.status !== 'present' && record.status !== 'excused';
  return (
    <article className={cx(css.record, css.mine)}>
      <h3>
        {dates.moment(record.sessionStartsAt)}
        {record.sessionTitle && <small>{record.sessionTitle}</small>}
      </h3>
      {record.held ? (
        <StatusPill status={record.status} />
      ) : (
        <span className={css.small}>{t('attendance.state.notHeld')}</span>
      )}
      {record.sessionEndsAt && (
        <Timeline spans={record.spans} start={record.sessionStartsAt} end={record.sessionEndsAt} />
      )}
      {canExcuse && (
        <Button size="s" tone="paper" className={css.send} onClick={onExcuse}>
          {t(excuse ? 'attendance.excuse.rewrite' : 'attendance.excuse.send')}
        </Button>
      )}
      {excuse && (
        <p className={css.story}>
          <b>{t(`attendance.excuse.${excuse.state}`)}</b> {excuse.text}
          {excuse.note && <q>{excuse.note}</q>}
        </p>
      )}
    </article>
  );
}
