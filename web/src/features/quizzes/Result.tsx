import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptResult, QuizView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Choice } from '@/ui/Field';
import { newest, useGrade, useResults } from './api';
import { GradeLine } from './GradeLine';
import css from './Result.module.css';
import { ResultSheet } from './ResultSheet';
import { useRefreshOnNews } from './useRefreshOnNews';

interface ResultProps {
  quizId: string;
  /** The result as it came back from handing in; null when an older one is looked at. */
  fresh: AttemptResult | null;
  /** What somebody who has passed is given beside the score. */
  reward?: ReactNode;
  busy: boolean;
  onAgain: (quiz: QuizView) => void;
  onClose: () => void;
}

/** How it went, what was earned and, as far as the teacher shows it, what would have been right. */
export function Result({ quizId, fresh, reward, busy, onAgain, onClose }: ResultProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const results = useResults(quizId);
  useRefreshOnNews();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const [number, setNumber] = useState<number | null>(null);
  const mine = results.data?.mine ?? [];
  const result = mine.find((one) => one.number === number) ?? newest(results.data) ?? fresh;
  const grade = useGrade(quizId, mine.length > 1);
  const quiz = results.data?.quiz;
  const again = quiz?.state === 'open' && quiz.attemptsUsed < quiz.maxAttempts;
  return (
    <div ref={top} tabIndex={-1} className={css.result}>
      {mine.length > 1 && result && (
        <Choice
          quiet
          label={t('result.attempts')}
          name="attempt"
          value={String(result.number)}
          onChange={(one) => setNumber(Number(one))}
          options={mine
            .toSorted((a, b) => a.number - b.number)
            .map((one) => ({
              value: String(one.number),
              label: t('result.attempt', { number: one.number }),
            }))}
        />
      )}
      {result ? (
        <ResultSheet result={result} quiz={quiz} celebrate={fresh?.attemptId === result.attemptId}>
          {grade.data && <GradeLine grade={grade.data} />}
          {(grade.data?.passed ?? mine.some((one) => one.passed)) && reward}
        </ResultSheet>
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
          <Button tone="sun" busy={busy} onClick={() => onAgain(quiz)}>
            {t('result.again')}
          </Button>
        )}
      </div>
    </div>
  );
}
