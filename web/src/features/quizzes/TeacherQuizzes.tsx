import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankItemView, QuizView } from '@/generated/schema';
import { useSession } from '@/lib/session';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Accommodations } from './Accommodations';
import { createQuiz, openQuiz, useRefreshQuizzes } from './api';
import { slotOf } from './BankPicker';
import { isBegun, newDraft, toCreateQuiz } from './draft';
import { EditQuiz } from './EditQuiz';
import { keepDraft, keptDraft } from './keptDraft';
import css from './QuizCard.module.css';
import { QuizEditor } from './QuizEditor';
import { QuizList } from './QuizList';
import { TeacherCard } from './TeacherCard';
import { Watch } from './Watch';

type Sheet = { at: 'new' } | { at: 'edit' | 'people'; quiz: QuizView } | null;

interface TeacherQuizzesProps {
  classroomId: string;
  /** Questions of the bank that a new quiz is to begin with. */
  use?: BankItemView[] | undefined;
}

/** A teacher's quizzes: write, change, start, watch, close. */
export function TeacherQuizzes({ classroomId, use = [] }: TeacherQuizzesProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const userId = useSession((state) => state.user?.id) ?? '';
  const [draft, setDraft] = useState(() => {
    const kept = keptDraft(userId, classroomId);
    const slots = use.map(slotOf);
    if (slots.length === 0) return kept;
    return { ...kept, slots: isBegun(kept) ? [...kept.slots, ...slots] : slots };
  });
  const [sheet, setSheet] = useState<Sheet>(use.length > 0 ? { at: 'new' } : null);
  const [saved, setSaved] = useState<string | null>(null);
  const [watched, setWatched] = useState<QuizView | null>(null);
  const open = useAction(async (quizId: string) => {
    setWatched(await openQuiz(quizId));
    setSaved(null);
    await refresh();
  });
  const write = (change: (before: typeof draft) => typeof draft) =>
    setDraft((before) => {
      const next = change(before);
      keepDraft(userId, classroomId, next);
      return next;
    });

  async function save(): Promise<void> {
    await createQuiz(toCreateQuiz(classroomId, draft));
    await refresh();
    setSaved(draft.title.trim());
    write(newDraft);
    setSheet(null);
  }

  if (watched) return <Watch key={watched.id} quiz={watched} onClose={() => setWatched(null)} />;
  const begun = isBegun(draft);
  return (
    <>
      <div className={css.top}>
        <Button icon={begun ? 'pencil' : 'plus'} onClick={() => setSheet({ at: 'new' })}>
          {t(begun ? 'quiz.goOn' : 'quiz.create')}
        </Button>
        {begun && (
          <Button tone="plain" size="s" onClick={() => write(newDraft)}>
            {t('quiz.throwAway')}
          </Button>
        )}
        {saved !== null && <Notice tone="good">{t('quiz.kept', { title: saved })}</Notice>}
        {open.problem && <Notice>{sentence(open.problem)}</Notice>}
      </div>
      <QuizList classroomId={classroomId} emptyHint={t('quiz.emptyTeacher')}>
        {(quiz) => (
          <TeacherCard
            key={quiz.id}
            quiz={quiz}
            busy={open.busy}
            onOpen={() => open.run(quiz.id)}
            onWatch={() => setWatched(quiz)}
            onEdit={() => setSheet({ at: 'edit', quiz })}
            onPeople={() => setSheet({ at: 'people', quiz })}
          />
        )}
      </QuizList>
      {sheet?.at === 'new' && (
        <QuizEditor
          classroomId={classroomId}
          title={t('editor.title')}
          draft={draft}
          onChange={write}
          onClose={() => setSheet(null)}
          onSave={save}
        />
      )}
      {sheet?.at === 'edit' && <EditQuiz quiz={sheet.quiz} onClose={() => setSheet(null)} />}
      {sheet?.at === 'people' && <Accommodations quiz={sheet.quiz} onClose={() => setSheet(null)} />}
    </>
  );
}
