import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import css from './Result.module.css';
import { useShownAnswer } from './useShownAnswer';

const ICONS = { right: 'check', partly: 'check', wrong: 'close' } as const;

/** One question of a result: how it was, what was answered and, when it may be told, what was right. */
export function Reviewed({ review, number }: { review: ReviewView; number: number }) {
  const { question } = review;
  const { t } = useTranslation();
  const shown = useShownAnswer(question);
  const verdict = review.fraction >= 1 ? 'right' : review.fraction > 0 ? 'partly' : 'wrong';
  return (
    <li className={css.question}>
      <div className={css.line}>
        <span className={cx(css.verdict, css[verdict])}>
          <Icon name={ICONS[verdict]} size={18} />
          {t(`result.${verdict}`)}
        </span>
        <span className={css.points}>
          {t('result.points', {
            points: Number((review.fraction * question.points).toFixed(2)),
            max: question.points,
          })}
        </span>
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
      {review.explanation && <p className={css.why}>{review.explanation}</p>}
    </li>
  );
}
