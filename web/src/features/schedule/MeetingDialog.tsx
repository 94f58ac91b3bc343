import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Choice, Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { removeMeeting, saveMeeting, useRefreshSchedule } from './api';
import { draftOf, type MeetingDraft, newMeeting, toMeeting } from './draft';
import css from './Schedule.module.css';
import { WeekdayPicker } from './WeekdayPicker';

interface MeetingDialogProps {
  classroomId: string;
  /** Null plans a new one. */
  meeting: MeetingView | null;
  onClose: () => void;
}

export function MeetingDialog({ classroomId, meeting, onClose }: MeetingDialogProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshSchedule();
  const [draft, setDraft] = useState(() => (meeting ? draftOf(meeting) : newMeeting(new Date())));
  const change = (changes: Partial<MeetingDraft>) => setDraft({ ...draft, ...changes });
  const save = useAction(async () => {
    await saveMeeting(classroomId, meeting?.id ?? null, toMeeting(draft));
    await refresh();
    onClose();
  });
  const remove = useAction(async () => {
    if (meeting) await removeMeeting(classroomId, meeting.id);
    await refresh();
    onClose();
  });
  const problem = save.problem ?? remove.problem;
  return (
    <Dialog title={t(meeting ? 'schedule.meeting.change' : 'schedule.plan')} onClose={onClose} wide>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <Field
          label={t('schedule.meeting.title')}
          hint={t('schedule.meeting.titleHint')}
          value={draft.title}
          maxLength={120}
          onChange={(event) => change({ title: event.target.value })}
        />
        <Choice
          label={t('schedule.meeting.how')}
          name="how"
          value={draft.weekly ? 'weekly' : 'once'}
          onChange={(how) => change({ weekly: how === 'weekly' })}
          options={[
            { value: 'weekly', label: t('schedule.meeting.weekly') },
            { value: 'once', label: t('schedule.meeting.once') },
          ]}
        />
        {draft.weekly && (
          <WeekdayPicker value={draft.weekdays} onChange={(weekdays) => change({ weekdays })} />
        )}
        <When draft={draft} onChange={change} />
        {problem && <Notice>{problem.code === 'unfit-meeting' ? problem.message : sentence(problem)}</Notice>}
        <div className={css.buttons}>
          <Button type="submit" busy={save.busy} disabled={draft.weekly && draft.weekdays.length === 0}>
            {t('common.save')}
          </Button>
          {meeting && (
            <Button tone="plain" icon="trash" busy={remove.busy} onClick={() => void remove.run()}>
              {t('schedule.meeting.remove')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function When({
  draft,
  onChange,
}: {
  draft: MeetingDraft;
  onChange: (changes: Partial<MeetingDraft>) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className={css.pairs}>
        <Field
          type="date"
          required
          label={t(draft.weekly ? 'schedule.meeting.first' : 'schedule.meeting.on')}
          value={draft.firstDate}
          onChange={(event) => onChange({ firstDate: event.target.value })}
        />
        {draft.weekly && (
          <Field
            type="date"
            required
            min={draft.firstDate}
            label={t('schedule.meeting.last')}
            value={draft.lastDate}
            onChange={(event) => onChange({ lastDate: event.target.value })}
          />
        )}
        <Field
          type="time"
          required
          label={t('schedule.meeting.start')}
          value={draft.startTime}
          onChange={(event) => onChange({ startTime: event.target.value })}
        />
        <Field
          type="number"
          required
          min={5}
          max={720}
          label={t('schedule.meeting.minutes')}
          value={draft.duration}
          onChange={(event) => onChange({ duration: event.target.value })}
        />
      </div>
      <Field
        required
        list="zones"
        label={t('schedule.meeting.zone')}
        hint={t('schedule.meeting.zoneHint')}
        value={draft.zone}
        maxLength={60}
        onChange={(event) => onChange({ zone: event.target.value })}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
