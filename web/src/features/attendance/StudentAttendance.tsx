import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/lib/days';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import css from './Attendance.module.css';
import { useComing, useMyHistory, useMyTally } from './api';
import { type Excusable, ExcuseDialog } from './ExcuseDialog';
import { OwnRecord } from './OwnRecord';
import { percent } from './percent';
import { TallyBar } from './TallyBar';

/** One's own attendance: how often, when, and what one has to say to it. */
export function StudentAttendance({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useMyHistory(classroomId);
  const [excused, setExcused] = useState<Excusable | null>(null);
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  const sent = new Set(records.filter((one) => one.excuse).map((one) => one.sessionId));
  if (list.isPending) return <Skeleton label={t('common.loading')} rows={4} />;
  if (list.error && records.length === 0)
    return <Empty art="unplugged" title={sentence(asProblem(list.error))} />;
  return (
    <div className={css.page}>
      <Own classroomId={classroomId} />
      <Coming classroomId={classroomId} sent={sent} onExcuse={setExcused} />
      {records.length === 0 ? (
        <Empty art="leaf" title={t('attendance.none')}>
          <p>{t('attendance.noneHint')}</p>
        </Empty>
      ) : (
        <ul className={css.records}>
          {records.map((record) => (
            <li key={record.id}>
              <OwnRecord
                record={record}
                onExcuse={() => setExcused({ sessionId: record.sessionId, startsAt: record.sessionStartsAt })}
              />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button tone="paper" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('attendance.more')}
        </Button>
      )}
      {excused && <ExcuseDialog excused={excused} onClose={() => setExcused(null)} />}
    </div>
  );
}

function Own({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const { data } = useMyTally(classroomId);
  if (!data || data.sessions === 0) return null;
  return (
    <section className={css.own}>
      <p>
        <b>{percent(data.rate)}</b>
        <span>{t('attendance.ofSessions', { count: data.sessions })}</span>
      </p>
      <TallyBar counts={data} />
    </section>
  );
}

interface ComingProps {
  classroomId: string;
  /** The sessions for which an excuse was sent already. */
  sent: Set<string>;
  onExcuse: (excused: Excusable) => void;
}

function Coming({ classroomId, sent, onExcuse }: ComingProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { data } = useComing(classroomId);
  const coming = data?.filter((one) => !sent.has(one.id)).slice(0, 4) ?? [];
  if (coming.length === 0) return null;
  return (
    <details className={css.coming}>
      <summary>{t('attendance.excuse.ahead')}</summary>
      <ul>
        {coming.map((one) => (
          <li key={one.id}>
            <span>{dates.moment(one.startsAt)}</span>
            <Button
              size="s"
              tone="paper"
              onClick={() => onExcuse({ sessionId: one.id, startsAt: one.startsAt })}
            >
              {t('attendance.excuse.send')}
              <span className="visually-hidden">: {dates.moment(one.startsAt)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
