import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeOccurrence, MeetingView, OccurrenceView } from '@/generated/schema';
import { useDates } from '@/lib/days';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Choice, Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { changeDay, useRefreshSchedule } from './api';
import css from './Schedule.module.css';

type Fate = 'planned' | 'moved' | 'cancelled';

interface DayDialogProps {
  classroomId: string;
  meeting: MeetingView;
  occurrence: OccurrenceView;
  onClose: () => void;
}

/** What becomes of one day of a meeting. */
export function DayDialog({ classroomId, meeting, occurrence, onClose }: DayDialogProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const dates = useDates();
  const refresh = useRefreshSchedule();
  const known = meeting.changes.find((change) => change.on === occurrence.on);
  const [fate, setFate] = useState<Fate>(
    occurrence.cancelled ? 'cancelled' : occurrence.moved ? 'moved' : 'planned',
  );
  const [day, setDay] = useState(known?.movedTo ?? occurrence.on);
  const [startTime, setStartTime] = useState(known?.startTime ?? meeting.startTime);
  const [minutes, setMinutes] = useState(String(known?.durationMinutes ?? meeting.durationMinutes));
  const changes: Record<Fate, ChangeOccurrence | null> = {
    planned: null,
    cancelled: {},
    moved: { movedTo: day, startTime, durationMinutes: Number(minutes) },
  };
  const { run, busy, problem } = useAction(async () => {
    await changeDay(classroomId, meeting.id, occurrence.on, changes[fate]);
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('schedule.day.title', { day: dates.day(`${occurrence.on}T12:00`) })} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Choice
          label={t('schedule.day.fate')}
          name="fate"
          quiet
          value={fate}
          onChange={setFate}
          options={(['planned', 'moved', 'cancelled'] as const).map((value) => ({
            value,
            label: t(`schedule.day.${value}`),
          }))}
        />
        {fate === 'moved' && (
          <div className={css.pairs}>
            <Field
              type="date"
              required
              label={t('schedule.meeting.on')}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
            <Field
              type="time"
              required
              label={t('schedule.meeting.start')}
              value={startTime}
              onChange={(event) => setStartTime(event.target.value)}
            />
            <Field
              type="number"
              required
              min={5}
              max={720}
              label={t('schedule.meeting.minutes')}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
          </div>
        )}
        {problem && <Notice>{sentence(problem)}</Notice>}
        <div className={css.buttons}>
          <Button type="submit" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
