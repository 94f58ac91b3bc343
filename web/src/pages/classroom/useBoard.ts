import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseBlocks } from '@/lib/markdown';
import { useRoom } from '@/room/store';
import type { BoardText } from '@/world/room/chalkboard';
import { usePicture } from './usePicture';

/** What stands on the board: the slide, or the class and the day; and the quiz or the poll that is open. */
export function useBoard(): BoardText {
  const { i18n } = useTranslation();
  const title = useRoom((state) => state.title);
  const notice = useNotice();
  const slide = useSlide();
  return useMemo(() => {
    const day = new Date().toLocaleDateString(i18n.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    return { title, above: day, notice, slide };
  }, [title, notice, slide, i18n.language]);
}

function useNotice(): BoardText['notice'] {
  const { t } = useTranslation();
  const quiz = useRoom((state) => state.quizzes[0]);
  const poll = useRoom((state) => state.poll);
  return useMemo(() => {
    if (quiz) {
      const questions = t('quiz.questions', { count: quiz.questionCount });
      const { timeLimitSeconds: limit } = quiz;
      const minutes = limit && t('quiz.minutes', { count: Math.max(1, Math.round(limit / 60)) });
      return {
        title: quiz.title,
        facts: minutes ? `${questions} · ${minutes}` : questions,
        label: t('quiz.open'),
      };
    }
    if (!poll) return null;
    return {
      title: poll.question,
      facts: t('poll.options', { count: poll.options.length }),
      label: t('poll.title'),
    };
  }, [quiz, poll, t]);
}

function useSlide(): BoardText['slide'] {
  const shown = useRoom((state) => state.presentation);
  const slide = shown?.slides[shown.index];
  const picture = usePicture(slide?.imageUrl ?? null, shown?.slides[shown.index + 1]?.imageUrl ?? null);
  return useMemo(() => {
    if (!shown || !slide) return null;
    const above = `${shown.title} · ${shown.index + 1}/${shown.slides.length}`;
    return { above, title: slide.title, blocks: parseBlocks(slide.text), picture };
  }, [shown, slide, picture]);
}
