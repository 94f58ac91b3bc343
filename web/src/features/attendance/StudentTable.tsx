import { useTranslation } from 'react-i18next';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Empty, Skeleton } from '@/ui/Empty';
import css from './Attendance.module.css';
import { useStats } from './api';
import { percent } from './percent';
import { TallyBar } from './TallyBar';

/** How often each student was there. */
export function StudentTable({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useStats(classroomId);
  if (error && !data) return <Empty art="unplugged" title={sentence(asProblem(error))} />;
  if (!data) return <Skeleton label={t('common.loading')} rows={4} />;
  if (data.items.length === 0) return <Empty art="chairs" title={t('attendance.none')} />;
  return (
    <ul className={css.records}>
      {data.items.map(({ userId, name, tally }) => (
        <li key={userId} className={css.student}>
          <h3>{name}</h3>
          <TallyBar counts={tally} />
          <b className={css.rate}>{percent(tally.rate)}</b>
        </li>
      ))}
    </ul>
  );
}
