import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptResult } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Icon } from '@/ui/Icon';
import { keyHidden, newest, useResults } from './api';
import css from './Result.module.css';
import { Reviewed } from './Reviewed';
import { ScoreCard } from './ScoreCard';
import { useRefreshOnNews } from './useRefreshOnNews';

interface ResultProps {
  quizId: string;
  /** The result as it came back from handing in; null when an older one is looked at. */
  fresh: AttemptResult | null;
  /** What somebody who has passed is given beside the score. */
  reward?: ReactNode;
  busy: boolean;
  onAgain: () => void;
  onClose: () => void;
}

/** How it went, what was earned and, once the quiz is closed, what would have been right. */
export function Result({ quizId, fresh, reward, busy, onAgain, onClose }: ResultProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const results = useResults(quizId);
  useRefreshOnNews();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const result = newest(results.data) ?? fresh;
  const quiz = results.data?.quiz;
  const again = quiz?.state === 'open' && quiz.attemptsUsed < quiz.maxAttempts;
  return (
    <div ref={top} tabIndex={-1} className={css.result}>
      {result ? (
        <>
          <ScoreCard title={quiz?.title} result={result} celebrate={fresh !== null} />
          {results.data?.mine.some((one) => one.passed) && reward}
          <p className={css.note} role="status">
            <Icon name={keyHidden(result) ? 'lock' : 'key'} size={20} />
            {t(keyHidden(result) ? 'result.hidden' : 'result.shown')}
          </p>
          <ol className={css.review}>
            {result.review.map((review, index) => (
              <Reviewed key={review.question.id} review={review} number={index + 1} />
            ))}
          </ol>
        </>
      ) : results.error ? (
        <Empty art="unplugged" title={t('quiz.failed')}>
          <p>{sentence(asProblem(results.error))}</p>
          <Button onClick={() => results.refetch()}>{t('common.retry')}</Button>
        </Empty>
      ) : results.isPending ? (
        <Skeleton label={t('common.loading')} />
      ) : (
        <Empty art="leaf" title={t('result.nothing')} />
      )}
      <div className={css.ways}>
        <Button tone="paper" icon="back" onClick={onClose}>
          {t('quiz.all')}
        </Button>
        {again && (
          <Button tone="sun" busy={busy} onClick={onAgain}>
            {t('result.again')}
          </Button>
        )}
      </div>
    </div>
  );
}
