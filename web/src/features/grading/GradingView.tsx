import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GradingTaskView, QuizView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { MarkdownLine } from '@/ui/Markdown';
import { Notice } from '@/ui/Notice';
import { nextTask, useQueues, useRefreshMarks } from './api';
import css from './GradingView.module.css';
import { TaskView } from './TaskView';

/** The answers of a quiz that people grade: pick a question, then one answer after the other, without names. */
export function GradingView({ quiz, onBack }: { quiz: QuizView; onBack: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshMarks();
  const { data, error, isPending, refetch } = useQueues(quiz.id);
  const [task, setTask] = useState<GradingTaskView | null>(null);
  const [done, setDone] = useState(false);
  const next = useAction(async (questionId: string, after: string | null) => {
    const found = await nextTask(quiz.id, questionId, after);
    setTask(found);
    setDone(found === null);
    await refresh();
  });
  const waiting = data?.items.find((one) => one.question.id === task?.question.id)?.waiting ?? 0;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <Button tone="plain" icon="back" onClick={task ? () => setTask(null) : onBack}>
          {t(task ? 'grading.allQuestions' : 'grading.back')}
        </Button>
        <h2>{t('grading.answersOf', { title: quiz.title })}</h2>
      </header>
      {next.problem && <Notice>{sentence(next.problem)}</Notice>}
      {isPending && <Skeleton label={t('common.loading')} />}
      {error && (
        <Empty art="unplugged" title={t('grading.failed')}>
          <p>{sentence(asProblem(error))}</p>
          <Button onClick={() => refetch()}>{t('common.retry')}</Button>
        </Empty>
      )}
      {task && (
        <TaskView
          key={`${task.attemptId}:${task.question.id}`}
          quizId={quiz.id}
          task={task}
          waiting={waiting}
          onNext={() => next.run(task.question.id, task.attemptId)}
        />
      )}
      {!task && data && (
        <>
          {done && <Notice tone="good">{t('grading.done')}</Notice>}
          {data.items.length === 0 && (
            <Empty art="leaf" title={t('grading.none')}>
              <p>{t('grading.noneHint')}</p>
            </Empty>
          )}
          <ul className={css.queues}>
            {data.items.map(({ question, waiting: count, judged }) => (
              <li key={question.id}>
                <h3>
                  <MarkdownLine text={question.text} />
                </h3>
                <p>
                  {t('grading.waiting', { count })} · {t('grading.judged', { count: judged })}
                </p>
                {count > 0 && (
                  <Button icon="play" busy={next.busy} onClick={() => next.run(question.id, null)}>
                    {t('grading.begin')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
