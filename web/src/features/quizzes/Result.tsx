import { useTranslation } from 'react-i18next';
import type { AttemptResult, ReviewedQuestion } from '@/generated/api';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { CoinShower } from './CoinShower';
import css from './Result.module.css';
import { useShownAnswer } from './useShownAnswer';

/** How it went, what was earned, and what was right. */
export function Result({ result, onClose }: { result: AttemptResult; onClose: () => void }) {
  const { t } = useTranslation();
  const percent = Math.round(result.score * 100);
  const praise = result.score === 1 ? 'perfect' : result.passed ? 'passed' : 'notPassed';
  const hidden = result.review.every((question) => question.key === null);
  return (
    <Dialog wide title={t('result.title')} onClose={onClose}>
      <div className={css.result}>
        <section className={cx(css.hero, result.passed && css.passed)}>
          {result.tokensEarned > 0 && <CoinShower />}
          <p className={css.percent}>{percent}&thinsp;%</p>
          <div>
            <h3>{t(`result.${praise}`)}</h3>
            <p>{t('result.score', { points: result.points, max: result.maxPoints })}</p>
            <p className={css.tokens}>{t('result.earned', { count: result.tokensEarned })}</p>
          </div>
        </section>
        {hidden && <p className={css.note}>{t('result.hidden')}</p>}
        <ol className={css.review}>
          {result.review.map((question, index) => (
            <Reviewed key={question.questionId} question={question} number={index + 1} />
          ))}
        </ol>
        <Button size="l" onClick={onClose}>
          {t('result.done')}
        </Button>
      </div>
    </Dialog>
  );
}

function Reviewed({ question, number }: { question: ReviewedQuestion; number: number }) {
  const { t } = useTranslation();
  const shown = useShownAnswer(question);
  const verdict = question.fraction >= 1 ? 'right' : question.fraction > 0 ? 'partly' : 'wrong';
  return (
    <li className={css.question}>
      <span className={cx(css.verdict, css[verdict])}>
        <Icon name={verdict === 'right' ? 'check' : verdict === 'wrong' ? 'close' : 'pencil'} size={18} />
        {t(`result.${verdict}`)}
      </span>
      <h4>
        {number}. {question.text}
      </h4>
      <dl>
        <dt>{t('result.yours')}</dt>
        <dd>{shown(question.value)}</dd>
        {question.key !== null && verdict !== 'right' && (
          <>
            <dt>{t('result.key')}</dt>
            <dd>{shown(question.key)}</dd>
          </>
        )}
      </dl>
      {question.explanation && <p className={css.why}>{question.explanation}</p>}
    </li>
  );
}
