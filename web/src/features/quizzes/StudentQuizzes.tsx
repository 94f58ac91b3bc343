import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt, AttemptResult, Quiz } from '@/generated/api';
import { api } from '@/lib/api';
import { setUser } from '@/lib/session';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { lastResult, takeUp, useRefreshQuizzes } from './api';
import { QuizList } from './QuizList';
import css from './QuizList.module.css';
import { Result } from './Result';
import { TakeQuiz } from './TakeQuiz';

/** A student's quizzes: start one, go on with it, see how it went. */
export function StudentQuizzes({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [result, setResult] = useState<AttemptResult | null>(null);
  const start = useAction(async (quizId: string) => setAttempt(await takeUp(quizId)));
  const look = useAction(async (quizId: string) => setResult(await lastResult(quizId)));
  const problem = start.problem ?? look.problem;

  function done(how: AttemptResult | null): void {
    setAttempt(null);
    setResult(how);
    void refresh();
    void api.get<Parameters<typeof setUser>[0]>('/auth/me').then(setUser);
  }

  const actions = (quiz: Quiz) => (
    <>
      {quiz.state === 'open' && quiz.attemptsUsed < quiz.maxAttempts && (
        <Button tone="sun" busy={start.busy} onClick={() => start.run(quiz.id)}>
          {t('quiz.start')}
        </Button>
      )}
      {quiz.attemptsUsed > 0 && (
        <Button tone="paper" busy={look.busy} onClick={() => look.run(quiz.id)}>
          {t('quiz.see')}
        </Button>
      )}
      {quiz.attemptsUsed > 0 && <span className={css.used}>{t('quiz.used', { used: quiz.attemptsUsed, all: quiz.maxAttempts })}</span>}
    </>
  );

  return (
    <>
      {problem && <Notice>{sentence(problem)}</Notice>}
      <QuizList classroomId={classroomId} emptyHint={t('quiz.emptyStudent')} actions={actions} />
      {attempt && <TakeQuiz attempt={attempt} onDone={done} onClose={() => setAttempt(null)} />}
      {result && <Result result={result} onClose={() => setResult(null)} />}
    </>
  );
}
