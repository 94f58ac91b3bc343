import { useTranslation } from 'react-i18next';
import type { BestResult, StudentProgress } from '@/generated/schema';
import { percent } from '@/lib/percent';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import { Icon } from '@/ui/Icon';
import { Days } from './Days';
import { Figures } from './Figures';
import css from './Progress.module.css';

/** A student's own way through a class; nobody else is in it. */
export function OwnProgress({ progress }: { progress: StudentProgress }) {
  const { t } = useTranslation();
  const passed = progress.results.filter((one) => one.passed).length;
  const present = progress.minutes.filter((day) => day.count > 0);
  const minutes = present.reduce((sum, day) => sum + day.count, 0);
  return (
    <>
      <Figures
        figures={[
          { label: t('reports.passed'), value: `${passed} / ${progress.results.length}` },
          {
            label: t('reports.average'),
            value: progress.average === null ? '–' : percent(progress.average),
          },
          { label: t('reports.tokens'), value: String(progress.tokens) },
        ]}
      />
      <section className={css.part}>
        <h2>{t('reports.quizzes')}</h2>
        {progress.results.length === 0 ? (
          <Empty art="leaf" title={t('reports.noQuizzes')} />
        ) : (
          <ul className={css.results}>
            {progress.results.toReversed().map((one) => (
              <Row key={one.quizId} result={one} />
            ))}
          </ul>
        )}
      </section>
      <section className={css.part}>
        <h2>{t('reports.presence')}</h2>
        <p className={css.lead}>{t('reports.presenceOwn', { count: present.length, minutes })}</p>
        <Days days={progress.minutes} label={t('reports.presenceOwn', { count: present.length, minutes })} />
      </section>
    </>
  );
}

function Row({ result }: { result: BestResult }) {
  const { t } = useTranslation();
  const { best, passed, attempts, title } = result;
  const state = best === null ? 'notTaken' : passed ? 'passedOne' : 'notPassedOne';
  return (
    <li className={css.result}>
      <span className={css.name}>
        {title}
        {attempts > 1 && <small>{t('progress.bestOf', { count: attempts })}</small>}
      </span>
      <b className={css.score}>{best === null ? '–' : percent(best)}</b>
      <progress className={cx(passed && css.good)} max={1} value={best ?? 0} aria-hidden="true" />
      <small className={css.state}>
        {best !== null && <Icon name={passed ? 'check' : 'forward'} size={16} />}
        {t(`reports.${state}`)}
      </small>
    </li>
  );
}
