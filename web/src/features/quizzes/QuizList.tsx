import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { useQuizzes } from './api';
import css from './QuizCard.module.css';
import { useRefreshOnNews } from './useRefreshOnNews';

const ORDER = { open: 0, draft: 1, closed: 2 };

interface QuizListProps {
  classroomId: string;
  emptyHint: string;
  children: (quiz: QuizView) => ReactNode;
}

/** The quizzes of a class, what is open first; asked for anew whenever one opens or closes in the room. */
export function QuizList({ classroomId, emptyHint, children }: QuizListProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useQuizzes(classroomId);
  useRefreshOnNews();
  if (list.isPending) return <Skeleton label={t('common.loading')} rows={2} />;
  if (!list.data)
    return (
      <Empty art="unplugged" title={t('quiz.failed')}>
        <p>{sentence(asProblem(list.error))}</p>
        <Button onClick={() => list.refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  if (list.data.length === 0)
    return (
      <Empty art="leaf" title={t('quiz.empty')}>
        <p>{emptyHint}</p>
      </Empty>
    );
  return (
    <ul className={css.list}>
      {list.data
        .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || b.createdAt.localeCompare(a.createdAt))
        .map(children)}
    </ul>
  );
}
