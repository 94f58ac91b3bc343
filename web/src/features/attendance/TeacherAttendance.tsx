import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './Attendance.module.css';
import { beginSession, saveClass, useRefreshAttendance } from './api';
import { ExportButton } from './ExportButton';
import { PolicyDialog } from './PolicyDialog';
import { Report } from './Report';
import { SessionList } from './SessionList';
import { StudentTable } from './StudentTable';
import { WaitingExcuses } from './WaitingExcuses';

/** Who came: session by session, and student by student. */
export function TeacherAttendance({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshAttendance();
  const [shown, setShown] = useState<string | null>(null);
  const [by, setBy] = useState<'sessions' | 'students'>('sessions');
  const [policy, setPolicy] = useState(false);
  const begin = useAction(async () => {
    setShown((await beginSession(classroomId)).id);
    await refresh();
  });

  if (shown) return <Report sessionId={shown} onBack={() => setShown(null)} />;
  return (
    <div className={css.page}>
      <WaitingExcuses classroomId={classroomId} />
      <header className={css.head}>
        <Choice
          label={t('attendance.by')}
          name="by"
          quiet
          value={by}
          onChange={setBy}
          options={(['sessions', 'students'] as const).map((value) => ({
            value,
            label: t(`attendance.${value}`),
          }))}
        />
        <div className={css.ways}>
          <Button tone="plain" icon="settings" onClick={() => setPolicy(true)}>
            {t('attendance.policy.open')}
          </Button>
          <ExportButton save={(format) => saveClass(classroomId, format)} />
          <Button icon="play" busy={begin.busy} onClick={() => void begin.run()}>
            {t('attendance.begin')}
          </Button>
        </div>
      </header>
      {begin.problem && <Notice>{sentence(begin.problem)}</Notice>}
      {by === 'sessions' ? (
        <SessionList classroomId={classroomId} onShow={setShown} />
      ) : (
        <StudentTable classroomId={classroomId} />
      )}
      {policy && <PolicyDialog classroomId={classroomId} onClose={() => setPolicy(false)} />}
    </div>
  );
}
