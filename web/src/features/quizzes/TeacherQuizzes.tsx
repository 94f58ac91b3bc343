import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quiz } from '@/generated/api';
import { useAction, useSentence } from '@/lib/useAction';
import { closeQuiz, openQuiz } from '@/room/client';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { useRefreshQuizzes } from './api';
import { QuizEditor } from './QuizEditor';
import { QuizList } from './QuizList';
import css from './QuizList.module.css';
import { Progress } from './Progress';

/** A teacher's quizzes: write, start, watch, close. */
export function TeacherQuizzes({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const [writing, setWriting] = useState(false);
  const [watched, setWatched] = useState<Quiz | null>(null);
  const turn = useAction(async (quiz: Quiz) => {
    await (quiz.state === 'open' ? closeQuiz(quiz.id) : openQuiz(quiz.id));
    await refresh();
  });
  const actions = (quiz: Quiz) => (
    <>
      {quiz.state === 'draft' && (
        <Button tone="sun" icon="play" busy={turn.busy} onClick={() => turn.run(quiz)}>
          {t('quiz.openForClass')}
        </Button>
      )}
      {quiz.state !== 'draft' && (
        <Button tone="paper" onClick={() => setWatched(quiz)}>
          {t(quiz.state === 'open' ? 'progress.title' : 'quiz.results')}
        </Button>
      )}
      {quiz.state === 'open' && (
        <Button tone="paper" icon="stop" busy={turn.busy} onClick={() => turn.run(quiz)}>
          {t('quiz.close')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <Button icon="plus" className={css.create} onClick={() => setWriting(true)}>
        {t('quiz.create')}
      </Button>
      {turn.problem && <Notice>{sentence(turn.problem)}</Notice>}
      <QuizList classroomId={classroomId} emptyHint={t('quiz.emptyTeacher')} actions={actions} />
      {writing && <QuizEditor classroomId={classroomId} onClose={() => setWriting(false)} />}
      {watched && <Progress quiz={watched} onClose={() => setWatched(null)} />}
    </>
  );
}
