import { useTranslation } from 'react-i18next';
import type { ClassSessionView } from '@/generated/schema';
import { useDates } from '@/lib/days';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty, Skeleton } from '@/ui/Empty';
import css from './Attendance.module.css';
import { useSessions } from './api';
import { TallyBar } from './TallyBar';
import { useTitle } from './useTitle';

/** A class's sessions, the latest first. */
export function SessionList({ classroomId, onShow }: { classroomId: string; onShow: (id: string) => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useSessions(classroomId);
  const sessions = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <Skeleton label={t('common.loading')} rows={4} />;
  if (list.error && sessions.length === 0)
    return (
      <Empty art="unplugged" title={sentence(asProblem(list.error))}>
        <Button onClick={() => list.refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  if (sessions.length === 0)
    return (
      <Empty art="chairs" title={t('attendance.none')}>
        <p>{t('attendance.noneTeach')}</p>
      </Empty>
    );
  return (
    <>
      <ul className={css.list}>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} onShow={() => onShow(session.id)} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button tone="paper" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('attendance.more')}
        </Button>
      )}
    </>
  );
}

function SessionRow({ session, onShow }: { session: ClassSessionView; onShow: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const title = useTitle();
  return (
    <button type="button" className={cx(css.row, css[session.state])} onClick={onShow}>
      <span className={css.when}>
        <b>{dates.day(session.startsAt)}</b>
        <small>{dates.time(session.startsAt)}</small>
      </span>
      <span className={css.what}>
        <b>{title(session)}</b>
        {session.state !== 'closed' && (
          <small className={css.state}>{t(`attendance.state.${session.state}`)}</small>
        )}
      </span>
      <TallyBar counts={session.counts} />
    </button>
  );
}
