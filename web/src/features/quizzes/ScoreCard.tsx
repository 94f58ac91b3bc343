import { useTranslation } from 'react-i18next';
import type { AttemptResult } from '@/generated/schema';
import { percent } from '@/lib/percent';
import { cx } from '@/ui/cx';
import { CoinShower } from './CoinShower';
import css from './ScoreCard.module.css';

interface ScoreCardProps {
  title: string | undefined;
  result: AttemptResult;
  celebrate: boolean;
}

/** The score as a ring that fills, and the tokens that were earned. */
export function ScoreCard({ title, result, celebrate }: ScoreCardProps) {
  const { t } = useTranslation();
  const { score, points, maxPoints } = result;
  const tokens = result.tokensEarned ?? 0;
  const withheld = result.tokensWithheld ?? 0;
  const praise = score === 1 ? 'perfect' : result.passed ? 'passed' : 'notPassed';
  const number = (points: number) => Number(points.toFixed(2));
  return (
    <section className={cx(css.card, result.passed && css.passed, celebrate && css.fresh)}>
      {celebrate && tokens > 0 && <CoinShower />}
      <div className={css.ring}>
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle className={css.track} cx="50" cy="50" r="43" />
          <circle
            className={css.arc}
            cx="50"
            cy="50"
            r="43"
            pathLength="100"
            strokeDasharray={`${(score ?? 0) * 100} 100`}
          />
        </svg>
        <p>{score === null ? '…' : percent(score)}</p>
      </div>
      <div className={css.words}>
        {title && <p className={css.title}>{title}</p>}
        <h3>
          {t(
            score !== null
              ? `result.${praise}`
              : result.state === 'needsGrading'
                ? 'result.grading'
                : 'result.pending',
          )}
        </h3>
        {points !== null && maxPoints !== null && (
          <p>
            {t(score === null ? 'result.soFar' : 'result.score', {
              points: number(points),
              max: number(maxPoints),
            })}
          </p>
        )}
        {score !== null && (
          <p className={cx(css.tokens, tokens > 0 && css.earned)}>{t('result.earned', { count: tokens })}</p>
        )}
        {withheld > 0 && <p className={css.clock}>{t('result.withheld', { count: withheld })}</p>}
        {result.submittedBy === 'clock' && <p className={css.clock}>{t('result.byClock')}</p>}
      </div>
    </section>
  );
}
