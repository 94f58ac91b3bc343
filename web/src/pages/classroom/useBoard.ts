import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '@/room/store';
import type { BoardText } from '@/world/room/chalkboard';

/** What stands on the board: the class, the day, and the quiz that is open. */
export function useBoard(): BoardText {
  const { t, i18n } = useTranslation();
  const title = useRoom((state) => state.title);
  const quiz = useRoom((state) => state.quizzes[0]);
  return useMemo(() => {
    const day = new Date().toLocaleDateString(i18n.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    if (!quiz) return { title, above: day, quiz: null };
    const minutes = Math.max(1, Math.round(quiz.timeLimitSeconds / 60));
    const facts = `${t('quiz.questions', { count: quiz.questionCount })} · ${t('quiz.minutes', { count: minutes })}`;
    return { title, above: day, quiz: { title: quiz.title, facts, label: t('quiz.open') } };
  }, [title, quiz, t, i18n.language]);
}
