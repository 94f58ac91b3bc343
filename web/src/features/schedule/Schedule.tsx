import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView, OccurrenceView } from '@/generated/schema';
import { addDays, mondayOf, useDates } from '@/lib/days';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button, IconButton } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { useWeek } from './api';
import { DayDialog } from './DayDialog';
import { MeetingDialog } from './MeetingDialog';
import css from './Schedule.module.css';
import { Subscribe } from './Subscribe';
import { Week } from './Week';

type Open =
  | { kind: 'meeting'; meeting: MeetingView | null }
  | { kind: 'day'; meeting: MeetingView; occurrence: OccurrenceView }
  | { kind: 'subscribe' };

/** A class's week; its teacher plans in it. */
export function Schedule({ classroomId, teaches }: { classroomId: string; teaches: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const dates = useDates();
  const [monday, setMonday] = useState(() => mondayOf(new Date()));
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, refetch } = useWeek(classroomId, monday);
  const close = () => setOpen(null);
  if (error && !data)
    return (
      <Empty art="unplugged" title={sentence(asProblem(error))}>
        <Button onClick={() => refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  return (
    <>
      <header className={css.head}>
        <div className={css.weeks}>
          <IconButton
            icon="back"
            tone="paper"
            label={t('schedule.before')}
            onClick={() => setMonday(addDays(monday, -7))}
          />
          <IconButton
            icon="forward"
            tone="paper"
            label={t('schedule.after')}
            onClick={() => setMonday(addDays(monday, 7))}
          />
          <h2 aria-live="polite">{dates.range(monday, addDays(monday, 6))}</h2>
        </div>
        <div className={css.ways}>
          <Button tone="paper" icon="calendar" onClick={() => setOpen({ kind: 'subscribe' })}>
            {t('schedule.subscribe.open')}
          </Button>
          {teaches && (
            <Button icon="plus" onClick={() => setOpen({ kind: 'meeting', meeting: null })}>
              {t('schedule.plan')}
            </Button>
          )}
        </div>
      </header>
      {data ? (
        <Week
          monday={monday}
          schedule={data}
          teaches={teaches}
          onMeeting={(meeting) => setOpen({ kind: 'meeting', meeting })}
          onDay={(meeting, occurrence) => setOpen({ kind: 'day', meeting, occurrence })}
        />
      ) : (
        <Skeleton label={t('common.loading')} rows={5} />
      )}
      {open?.kind === 'meeting' && (
        <MeetingDialog classroomId={classroomId} meeting={open.meeting} onClose={close} />
      )}
      {open?.kind === 'day' && (
        <DayDialog
          classroomId={classroomId}
          meeting={open.meeting}
          occurrence={open.occurrence}
          onClose={close}
        />
      )}
      {open?.kind === 'subscribe' && <Subscribe onClose={close} />}
    </>
  );
}
