import { useTranslation } from 'react-i18next';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { useMyGrades } from './api';
import { Explanation } from './Explanation';

/** A student's own grades in a class, as far as they are released, and how they add up. */
export function StudentGrades({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error, isPending, refetch } = useMyGrades(classroomId);
  if (isPending) return <Skeleton label={t('common.loading')} />;
  if (!data)
    return (
      <Empty art="unplugged" title={t('grades.failed')}>
        <p>{sentence(asProblem(error))}</p>
        <Button onClick={() => refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  if (data.book.columns.length === 0)
    return (
      <Empty art="leaf" title={t('grades.empty')}>
        <p>{t('grades.emptyStudent')}</p>
      </Empty>
    );
  return <Explanation book={data.book} row={data.mine} />;
}
