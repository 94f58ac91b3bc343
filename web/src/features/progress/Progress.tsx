import { useTranslation } from 'react-i18next';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Empty, Skeleton } from '@/ui/Empty';
import { useDashboard } from './api';
import { ClassProgress } from './ClassProgress';
import { Leaderboard } from './Leaderboard';
import { OwnProgress } from './OwnProgress';
import css from './Progress.module.css';

/** How it goes in a class: all of it for its teacher, their own part of it for a student. */
export function Progress({ classroomId, teaches }: { classroomId: string; teaches: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useDashboard(classroomId);
  if (error) return <Empty art="unplugged" title={sentence(asProblem(error))} />;
  if (!data) return <Skeleton label={t('common.loading')} rows={5} />;
  const overview = data.teaching[0];
  const own = data.learning[0];
  return (
    <div className={css.page}>
      {overview && <ClassProgress overview={overview} />}
      {own && <OwnProgress progress={own} />}
      <Leaderboard classroomId={classroomId} teaches={teaches} />
    </div>
  );
}
