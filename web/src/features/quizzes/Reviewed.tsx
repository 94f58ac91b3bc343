import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { ReviewBody } from '@/questions/review/ReviewBody';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Markdown } from '@/ui/Markdown';
import css from './Result.module.css';

const ICONS = { right: 'check', partly: 'check', wrong: 'close', waiting: 'clock' } as const;

/** One question of a result: how it was, what was answered and, when it may be told, what was right. */
export function Reviewed({ review, number }: { review: ReviewView; number: number }) {
  const { t } = useTranslation();
  const { question, verdict, fraction } = review;
  return (
    <li className={css.question}>
      <div className={css.line}>
        <h4>{t('result.question', { number })}</h4>
        {verdict && (
          <span className={cx(css.verdict, css[verdict])}>
            <Icon name={ICONS[verdict]} size={18} />
            {t(`result.${verdict}`)}
          </span>
        )}
        {fraction !== null && (
          <span className={css.points}>
            {t('result.points', {
              points: Number((fraction * question.points).toFixed(2)),
              max: question.points,
            })}
          </span>
        )}
      </div>
      {question.type !== 'cloze' && (
        <div className={css.asked}>
          <Markdown onPaper text={question.text} />
        </div>
      )}
      <ReviewBody review={review} />
      {(review.comment || review.remarks.length > 0) && <Remarks review={review} />}
      {review.explanation && (
        <div className={css.why}>
          <Markdown onPaper text={review.explanation} />
        </div>
      )}
    </li>
  );
}

/** What the teacher has written to this answer, and to passages of it. */
function Remarks({ review: { value, comment, remarks } }: { review: ReviewView }) {
  const { t } = useTranslation();
  return (
    <div className={css.remarks}>
      {comment && (
        <p>
          <b>{t('result.comment')}</b> {comment}
        </p>
      )}
      {remarks.map((one) => (
        <p key={`${one.start}:${one.end}:${one.text}`}>
          “{typeof value === 'string' ? value.slice(one.start, one.end) : ''}” – {one.text}
        </p>
      ))}
    </div>
  );
}
