import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quiz } from '@/generated/api';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty, Skeleton } from '@/ui/Empty';
import { useQuizzes, useRefreshQuizzes } from './api';
import css from './QuizList.module.css';

interface QuizListProps {
  classroomId: string;
  emptyHint: string;
  /** The buttons of one quiz. */
  actions: (quiz: Quiz) => ReactNode;
}

/** The quizzes of a class; asked for anew whenever one opens or closes in the room. */
export function QuizList({ classroomId, emptyHint, actions }: QuizListProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useQuizzes(classroomId);
  const live = useRoom((state) => state.quizzes);
  const refresh = useRefreshQuizzes();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change itself is the news
  useEffect(() => void refresh(), [live]);
  if (list.isPending) return <Skeleton label={t('common.loading')} rows={2} />;
  if (list.error && !list.data)
    return (
      <Empty art="unplugged" title={sentence(asProblem(list.error))}>
        <Button onClick={() => list.refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  if (list.data.items.length === 0)
    return (
      <Empty art="leaf" title={t('quiz.empty')}>
        <p>{emptyHint}</p>
      </Empty>
    );
  const order = { open: 0, draft: 1, closed: 2 };
  return (
    <ul className={css.list}>
      {list.data.items
        .toSorted((a, b) => order[a.state] - order[b.state] || b.createdAt.localeCompare(a.createdAt))
        .map((quiz) => (
          <li key={quiz.id} className={cx(css.quiz, css[quiz.state])}>
            <p className={css.state}>{t(quiz.state === 'closed' ? 'quiz.closedState' : `quiz.${quiz.state}`)}</p>
            <h3>{quiz.title}</h3>
            <p className={css.facts}>
              {t('quiz.questions', { count: quiz.questionCount })} · {t('quiz.minutes', { count: Math.round(quiz.timeLimitSeconds / 60) })} ·{' '}
              {t('common.tokens', { count: quiz.tokensReward })}
            </p>
            <div className={css.actions}>{actions(quiz)}</div>
          </li>
        ))}
    </ul>
  );
}
