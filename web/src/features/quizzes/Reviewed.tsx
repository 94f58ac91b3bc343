import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import css from './Result.module.css';
import { useShownAnswer } from './useShownAnswer';

const ICONS = { right: 'check', partly: 'check', wrong: 'close', waiting: 'clock' } as const;

/** One question of a result: how it was, what was answered and, when it may be told, what was right. */
export function Reviewed({ review, number }: { review: ReviewView; number: number }) {
  const { question } = review;
  const { t } = useTranslation();
  const shown = useShownAnswer(question);
  const { verdict, fraction } = review;
  return (
    <li className={css.question}>
      <div className={css.line}>
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
      <h4>
        {number}. {question.text}
      </h4>
      <dl>
        <dt>{t('result.yours')}</dt>
        <dd>{shown(review.value)}</dd>
        {review.key !== null && verdict !== 'right' && (
          <>
            <dt>{t('result.key')}</dt>
            <dd className={css.key}>{shown(review.key)}</dd>
          </>
        )}
      </dl>
      {review.comment && (
        <p className={css.why}>
          <b>{t('result.comment')}</b> {review.comment}
        </p>
      )}
      {review.remarks.length > 0 && (
        <ul className={css.why}>
          {review.remarks.map((one) => (
            <li key={`${one.start}:${one.end}:${one.text}`}>
              “{passage(review.value, one)}” – {one.text}
            </li>
          ))}
        </ul>
      )}
      {review.explanation && <p className={css.why}>{review.explanation}</p>}
    </li>
  );
}

/** The words of an answer that a remark is about. */
const passage = (value: ReviewView['value'], { start, end }: { start: number; end: number }): string =>
  typeof value === 'string' ? value.slice(start, end) : '';
