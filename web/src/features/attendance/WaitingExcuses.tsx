import { useTranslation } from 'react-i18next';
import type { RecordView } from '@/generated/schema';
import { useDates } from '@/lib/days';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import css from './Attendance.module.css';
import { decideExcuse, useRefreshAttendance, useWaitingExcuses } from './api';

/** Excuses that wait for the teacher; nothing while there are none. */
export function WaitingExcuses({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const { data } = useWaitingExcuses(classroomId);
  if (!data || data.items.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="excuses">
      <h2 id="excuses">{t('attendance.excuse.waiting', { count: data.items.length })}</h2>
      <ul>
        {data.items.map((record) => (
          <li key={record.id}>
            <Waiting record={record} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ record }: { record: RecordView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const dates = useDates();
  const refresh = useRefreshAttendance();
  const { run, busy, problem } = useAction(async (accept: boolean) => {
    await decideExcuse(record.id, accept);
    await refresh();
  });
  return (
    <article className={css.excuse}>
      <div>
        <p>
          <b>{record.name}</b> <small className={css.small}>{dates.moment(record.sessionStartsAt)}</small>
        </p>
        <p>{record.excuse?.text}</p>
        {problem && <Notice>{sentence(problem)}</Notice>}
      </div>
      <div className={css.ways}>
        <Button size="s" icon="check" busy={busy} onClick={() => void run(true)}>
          {t('attendance.excuse.accept')}
          <span className="visually-hidden">: {record.name}</span>
        </Button>
        <Button size="s" tone="paper" busy={busy} onClick={() => void run(false)}>
          {t('attendance.excuse.decline')}
          <span className="visually-hidden">: {record.name}</span>
        </Button>
      </div>
    </article>
  );
}
