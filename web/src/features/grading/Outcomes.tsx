import { useTranslation } from 'react-i18next';
import type { RegradeOutcome, RegradeView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { useNumbers } from './numbers';
import css from './RegradeDialog.module.css';

/** For each attempt that a regrade would change: score, pass and tokens, before and after. */
export function Outcomes({ shown }: { shown: RegradeView }) {
  const { t } = useTranslation();
  const flips = shown.changed.filter((one) => one.passedBefore !== one.passedAfter).length;
  return (
    <section className={css.outcomes} aria-live="polite">
      <h3>{t('grading.changes', { count: shown.changed.length })}</h3>
      <p>{t('grading.changesHint', { all: shown.attempts, flips })}</p>
      <ul>
        {shown.changed.map((one) => (
          <Outcome key={one.attemptId} outcome={one} />
        ))}
      </ul>
    </section>
  );
}

function Outcome({ outcome }: { outcome: RegradeOutcome }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { name, number, scoreBefore, scoreAfter, passedBefore, passedAfter, tokensBefore, tokensAfter } =
    outcome;
  const tokens = tokensAfter - tokensBefore;
  return (
    <li>
      <span>
        {name}
        {number > 1 && <small>{t('grading.attempt', { number })}</small>}
      </span>
      <span className={css.score}>
        {numbers.percent(scoreBefore)} → <b>{numbers.percent(scoreAfter)}</b>
      </span>
      <span className={css.consequences}>
        {passedBefore !== passedAfter && (
          <em className={cx(passedAfter ? css.up : css.down)}>
            {t(passedAfter ? 'grading.passesNow' : 'grading.failsNow')}
          </em>
        )}
        {outcome.certificateLost && <em className={css.down}>{t('grading.certificateLost')}</em>}
        {tokens !== 0 && (
          <em className={cx(tokens > 0 ? css.up : css.down)}>
            {t('grading.tokens', { change: `${tokens > 0 ? '+' : '−'}${Math.abs(tokens)}` })}
          </em>
        )}
      </span>
    </li>
  );
}
