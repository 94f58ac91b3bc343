import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { openQuiz, useRefreshQuizzes } from './api';
import { newDraft } from './draft';
import { QuizCard } from './QuizCard';
import css from './QuizCard.module.css';
import { QuizEditor } from './QuizEditor';
import { QuizList } from './QuizList';
import { Watch } from './Watch';

/** A teacher's quizzes: write, start, watch, close. */
export function TeacherQuizzes({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const [draft, setDraft] = useState(newDraft);
  const [writing, setWriting] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [watched, setWatched] = useState<QuizView | null>(null);
  const open = useAction(async (quizId: string) => {
    setWatched(await openQuiz(quizId));
    setSaved(null);
    await refresh();
  });

  if (watched) return <Watch key={watched.id} quiz={watched} onClose={() => setWatched(null)} />;
  return (
    <>
      <div className={css.top}>
        <Button icon="plus" onClick={() => setWriting(true)}>
          {t('quiz.create')}
        </Button>
        {saved !== null && <Notice tone="good">{t('quiz.kept', { title: saved })}</Notice>}
        {open.problem && <Notice>{sentence(open.problem)}</Notice>}
      </div>
      <QuizList classroomId={classroomId} emptyHint={t('quiz.emptyTeacher')}>
        {(quiz) => (
          <QuizCard key={quiz.id} quiz={quiz}>
            {quiz.state === 'draft' ? (
              <Button tone="sun" icon="play" busy={open.busy} onClick={() => open.run(quiz.id)}>
                {t('quiz.openForClass')}
              </Button>
            ) : (
              <Button tone={quiz.state === 'open' ? 'sun' : 'paper'} onClick={() => setWatched(quiz)}>
                {t(quiz.state === 'open' ? 'progress.title' : 'quiz.results')}
              </Button>
            )}
          </QuizCard>
        )}
      </QuizList>
      {writing && (
        <QuizEditor
          classroomId={classroomId}
          draft={draft}
          onChange={setDraft}
          onClose={() => setWriting(false)}
          onSaved={(title) => {
            setDraft(newDraft());
            setWriting(false);
            setSaved(title);
          }}
        />
      )}
    </>
  );
}
