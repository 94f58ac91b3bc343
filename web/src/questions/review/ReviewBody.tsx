import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { isAnswered, typedOf } from '../kinds';
import css from './Review.module.css';
import { ReviewedChoices } from './ReviewedChoices';
import { ReviewedCloze } from './ReviewedCloze';
import { ReviewedMatching } from './ReviewedMatching';
import { ReviewedOrdering } from './ReviewedOrdering';

/** What was answered and, where it may be told, what would have been right and what the author says to it. */
export function ReviewBody({ review }: { review: ReviewView }) {
  const { question, value } = review;
  if (question.type === 'single' || question.type === 'multiple' || question.type === 'trueFalse')
    return <ReviewedChoices review={review} question={question} />;
  if (question.type === 'cloze') return <ReviewedCloze review={review} question={question} />;
  if (question.type === 'ordering' && isAnswered(value))
    return <ReviewedOrdering review={review} question={question} />;
  if (question.type === 'matching') return <ReviewedMatching review={review} question={question} />;
  return <ReviewedText review={review} />;
}

/** What was typed, beside the key; an essay as a sheet of its own. */
function ReviewedText({ review: { question, value, key, verdict, feedback } }: { review: ReviewView }) {
  const { t } = useTranslation();
  const said = feedback?.[question.id];
  const typed = isAnswered(value) ? typedOf(value) : t('result.none');
  return (
    <>
      {question.type === 'essay' ? (
        <blockquote className={css.essay} aria-label={t('result.yours')}>
          {typed}
        </blockquote>
      ) : (
        <dl className={css.texts}>
          <dt>{t('result.yours')}</dt>
          <dd>{typed}</dd>
          {isAnswered(key) && verdict !== 'right' && (
            <>
              <dt>{t('result.key')}</dt>
              <dd className={css.key}>{Array.isArray(key) ? null : String(key)}</dd>
            </>
          )}
        </dl>
      )}
      {said && <p className={css.said}>{said}</p>}
    </>
  );
}
