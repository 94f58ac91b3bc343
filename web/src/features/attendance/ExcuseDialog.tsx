import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/lib/days';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextArea } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './Attendance.module.css';
import { sendExcuse, useRefreshAttendance } from './api';

/** What somebody excuses themselves from. */
export interface Excusable {
  sessionId: string;
  startsAt: string;
}

export function ExcuseDialog({ excused, onClose }: { excused: Excusable; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const dates = useDates();
  const refresh = useRefreshAttendance();
  const [text, setText] = useState('');
  const { run, busy, problem } = useAction(async () => {
    await sendExcuse(excused.sessionId, text.trim());
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('attendance.excuse.title')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p>{t('attendance.excuse.lead', { when: dates.moment(excused.startsAt) })}</p>
        <TextArea
          label={t('attendance.excuse.text')}
          value={text}
          required
          maxLength={2000}
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
        {problem && <Notice>{sentence(problem)}</Notice>}
        <div className={css.ways}>
          <Button type="submit" icon="send" busy={busy} disabled={text.trim() === ''}>
            {t('attendance.excuse.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
