import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { ReviewBody } from '@/questions/review/ReviewBody';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Markdown } from '@/ui/Markdown';
import css from './Result.module.css';

const ICONS = { right: 'check', partly: 'check', wrong: 'close', waiting: 'clock' } as const;

interface ReviewedProps {
  review: ReviewView;
  /** Its place in the result; without one, the question itself stands above already. */
  number?: number;
}

/** One answer looked back at: how it was, what was answered and, when it may be told, what was right. */
export function Reviewed({ review, number }: ReviewedProps) {
  const { t } = useTranslation();
  const { question, verdict, fraction } = review;
  const Row = number === undefined ? 'div' : 'li';
  return (
    <Row className={css.question}>
      <div className={css.line}>
        {number !== undefined && <h4>{t('result.question', { number })}</h4>}
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
      {number !== undefined && question.type !== 'cloze' && (
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
    </Row>
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
