import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizStatisticsView, QuizView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Choice } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { useStatistics, type Which } from './api';
import { Histogram } from './Histogram';
import { ENOUGH } from './hints';
import { ItemCard } from './ItemCard';
import { useNumbers } from './numbers';
import css from './StatisticsView.module.css';

const WHICH: Which[] = ['first', 'highest', 'last', 'all'];

/** How a quiz went as a whole, and what its numbers say about each question. */
export function StatisticsView({ quiz, onBack }: { quiz: QuizView; onBack: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [which, setWhich] = useState<Which>('first');
  const { data, error, isPending, refetch } = useStatistics(quiz.id, which);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <Button tone="plain" icon="back" onClick={onBack}>
          {t('grading.back')}
        </Button>
        <h2>{t('grading.statisticsOf', { title: quiz.title })}</h2>
      </header>
      {quiz.maxAttempts > 1 && (
        <Choice
          label={t('grading.which')}
          name="which"
          value={which}
          onChange={setWhich}
          options={WHICH.map((value) => ({ value, label: t(`grading.attempts.${value}`) }))}
        />
      )}
      {isPending && <Skeleton label={t('common.loading')} />}
      {error && (
        <Empty art="unplugged" title={t('grading.failed')}>
          <p>{sentence(asProblem(error))}</p>
          <Button onClick={() => refetch()}>{t('common.retry')}</Button>
        </Empty>
      )}
      {data && <Report report={data} />}
    </div>
  );
}

function Report({ report }: { report: QuizStatisticsView }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const waiting = report.waiting > 0 && (
    <Notice tone="info">{t('grading.leftOut', { count: report.waiting })}</Notice>
  );
  if (report.attempts === 0)
    return (
      <>
        {waiting}
        <Empty art="chairs" title={t('grading.nobody')} />
      </>
    );
  return (
    <>
      {waiting}
      {report.attempts < ENOUGH && (
        <Notice tone="info">{t('grading.few', { count: report.attempts })}</Notice>
      )}
      <div className={css.whole}>
        <Histogram bars={report.histogram} />
        <dl className={css.facts}>
          <Fact name="mean" value={`${numbers.plain(report.mean)} / ${numbers.plain(report.maximum)}`} />
          <Fact name="median" value={numbers.plain(report.median)} />
          <Fact name="deviation" value={numbers.plain(report.deviation)} />
          <Fact name="consistency" value={numbers.percent(report.consistency)} />
          <Fact name="standardError" value={numbers.plain(report.standardError)} />
          <Fact name="skewness" value={numbers.plain(report.skewness)} />
          <Fact name="kurtosis" value={numbers.plain(report.kurtosis)} />
        </dl>
      </div>
      <h3>{t('grading.questions')}</h3>
      <ol className={css.items}>
        {report.items.map((item, place) => (
          <ItemCard key={item.questionId} item={item} number={place + 1} />
        ))}
      </ol>
    </>
  );
}

type FactName = 'mean' | 'median' | 'deviation' | 'consistency' | 'standardError' | 'skewness' | 'kurtosis';

function Fact({ name, value }: { name: FactName; value: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{t(`grading.facts.${name}`)}</dt>
      <dd>{value}</dd>
      <dd className={css.meaning}>{t(`grading.meanings.${name}`)}</dd>
    </div>
  );
}
