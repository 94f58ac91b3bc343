import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Aspect, AttemptResult, QuizView } from '@/generated/schema';
import { Icon } from '@/ui/Icon';
import css from './Result.module.css';
import { Reviewed } from './Reviewed';
import { ScoreCard } from './ScoreCard';

interface ResultSheetProps {
  result: AttemptResult;
  quiz: QuizView | undefined;
  celebrate: boolean;
  /** What there is to say beside the score. */
  children?: ReactNode;
}

/** One attempt looked back at: its score, what is shown of it now, and its questions. */
export function ResultSheet({ result, quiz, celebrate, children }: ResultSheetProps) {
  const { t } = useTranslation();
  const note = noteOf(result, quiz);
  return (
    <>
      <ScoreCard title={quiz?.title} result={result} celebrate={celebrate} />
      {children}
      {note && (
        <p className={css.note} role="status">
          <Icon name={note === 'shown' ? 'key' : 'lock'} size={20} />
          {t(`result.${note}`)}
        </p>
      )}
      <ol className={css.review}>
        {result.review.map((review, index) => (
          <Reviewed key={review.question.id} review={review} number={index + 1} />
        ))}
      </ol>
    </>
  );
}

/** What to say of all that is not shown yet: when the rest comes, if it comes at all. */
function noteOf(
  { shown }: AttemptResult,
  quiz: QuizView | undefined,
): 'shown' | 'hidden' | 'answersLater' | 'scoreOnly' | null {
  const later = (aspect: Aspect): boolean => quiz?.review.closed.includes(aspect) ?? false;
  if (shown.includes('key')) return quiz?.state === 'closed' ? 'shown' : null;
  if (!shown.includes('answers')) return later('answers') ? 'answersLater' : 'scoreOnly';
  return later('key') ? 'hidden' : null;
}
