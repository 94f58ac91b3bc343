import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptResult, AttemptView, QuizView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Notice } from '@/ui/Notice';
import { useRefreshQuizzes } from './api';
import { PasswordDialog } from './PasswordDialog';
import { QuizList } from './QuizList';
import { Result } from './Result';
import { StudentCard } from './StudentCard';
import { startAttempt } from './start';
import { TakeQuiz } from './TakeQuiz';
import { refreshTokens } from './tokens';
import { useOpenAttempt } from './useOpenAttempt';

type View =
  | { at: 'list' }
  | { at: 'take'; attempt: AttemptView }
  | { at: 'result'; quizId: string; fresh: AttemptResult | null };

interface StudentQuizzesProps {
  classroomId: string;
  /** What stands beside the result of a quiz that was passed. */
  reward?: (quizId: string) => ReactNode;
}

/** A student's quizzes: start one, go on with it, see how it went. */
export function StudentQuizzes({ classroomId, reward }: StudentQuizzesProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const [view, setView] = useState<View>({ at: 'list' });
  const [locked, setLocked] = useState<string | null>(null);
  const take = useAction(async (quizId: string, password: string | null = null) => {
    const attempt = await startAttempt(quizId, password);
    setLocked(null);
    setView({ at: 'take', attempt });
    // The list has to know of the attempt before this screen comes up the next time.
    void refresh();
  });
  const open = useOpenAttempt(classroomId);

  useEffect(() => {
    if (open) setView({ at: 'take', attempt: open });
  }, [open]);

  /** Going on needs no password: an attempt that runs is taken up before it is asked for. */
  async function begin({ id, hasPassword }: QuizView): Promise<void> {
    if (hasPassword) setLocked(id);
    else await take.run(id);
  }

  function done(attempt: AttemptView, fresh: AttemptResult | null): void {
    setView({ at: 'result', quizId: attempt.quizId, fresh });
    void refresh();
    void refreshTokens();
  }

  if (view.at === 'take') {
    const { attempt } = view;
    return <TakeQuiz key={attempt.id} attempt={attempt} onDone={(result) => done(attempt, result)} />;
  }
  const problem = locked ? (
    <PasswordDialog
      busy={take.busy}
      problem={take.problem}
      onEnter={(password) => take.run(locked, password)}
      onClose={() => setLocked(null)}
    />
  ) : (
    take.problem && <Notice>{sentence(take.problem)}</Notice>
  );
  if (view.at === 'result')
    return (
      <>
        {problem}
        <Result
          {...view}
          reward={reward?.(view.quizId)}
          busy={take.busy}
          onAgain={begin}
          onClose={() => setView({ at: 'list' })}
        />
      </>
    );
  return (
    <>
      {problem}
      <QuizList classroomId={classroomId} emptyHint={t('quiz.emptyStudent')}>
        {(quiz) => (
          <StudentCard
            key={quiz.id}
            quiz={quiz}
            busy={take.busy}
            onTake={(running) => (running ? take.run(quiz.id) : begin(quiz))}
            onSee={() => setView({ at: 'result', quizId: quiz.id, fresh: null })}
          />
        )}
      </QuizList>
    </>
  );
}
