import { useTranslation } from 'react-i18next';
import type { ClassOverview, QuizOutcome } from '@/generated/schema';
import { percent } from '@/lib/percent';
import { Empty } from '@/ui/Empty';
import { Days } from './Days';
import { Figures } from './Figures';
import { NoticeForm } from './NoticeForm';
import css from './Progress.module.css';
import { Students } from './Students';

/** A class as its teacher sees it: who may need help first, then results, then who came. */
export function ClassProgress({ overview }: { overview: ClassOverview }) {
  const { t } = useTranslation();
  const met = overview.people.filter((day) => day.count > 0);
  const most = Math.max(0, ...met.map((day) => day.count));
  const help = overview.students.filter((one) => one.concerns.length > 0).length;
  return (
    <>
      <Figures
        figures={[
          { label: t('reports.students'), value: String(overview.students.length) },
          { label: t('reports.mayNeedHelp'), value: String(help) },
          { label: t('reports.quizzes'), value: String(overview.quizzes.length) },
        ]}
      />
      <section className={css.part}>
        <h2>{t('reports.class')}</h2>
        <p className={css.lead}>{t('reports.helpRules')}</p>
        {overview.students.length === 0 ? (
          <Empty art="chairs" title={t('reports.noStudents')} />
        ) : (
          <Students students={overview.students} quizzes={overview.quizzes.length} />
        )}
      </section>
      <section className={css.part}>
        <h2>{t('reports.results')}</h2>
        {overview.quizzes.length === 0 ? (
          <Empty art="leaf" title={t('reports.noQuizzes')} />
        ) : (
          <ul className={css.results}>
            {overview.quizzes.toReversed().map((quiz) => (
              <Outcome key={quiz.quizId} quiz={quiz} students={overview.students.length} />
            ))}
          </ul>
        )}
      </section>
      <section className={css.part}>
        <h2>{t('reports.presence')}</h2>
        <p className={css.lead}>{t('reports.presenceClass', { count: met.length, most })}</p>
        <Days days={overview.people} label={t('reports.presenceClass', { count: met.length, most })} />
      </section>
      <NoticeForm classroomId={overview.classroomId} />
    </>
  );
}

/** How a quiz went: five columns from 0 to 100 per cent, as high as there are people in each. */
function Outcome({ quiz, students }: { quiz: QuizOutcome; students: number }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...quiz.bands);
  const spread = quiz.bands.map((count, band) => `${band * 20}–${band * 20 + 20}: ${count}`).join(', ');
  return (
    <li className={css.outcome}>
      <span className={css.name}>
        {quiz.title}
        <small>
          {t('reports.taken', { taken: quiz.taken, students })}
          {quiz.taken > 0 && ` · ${t('progress.passed', { count: quiz.passed, all: quiz.taken })}`}
        </small>
      </span>
      <b className={css.score}>{quiz.average === null ? '–' : percent(quiz.average)}</b>
      <svg className={css.bands} role="img" aria-label={t('reports.spread', { spread })} viewBox="0 0 70 40">
        {quiz.bands.map((count, band) => {
          const height = count > 0 ? Math.max(4, (count / most) * 34) : 1.5;
          return (
            <rect
              key={band}
              x={band * 14 + 1}
              y={35 - height}
              width={11}
              height={height}
              rx={2}
              fill={count > 0 ? 'var(--spruce)' : 'var(--line-strong)'}
            />
          );
        })}
        <rect x="0" y="36" width="70" height="3" rx="1.5" fill="var(--birch)" />
      </svg>
    </li>
  );
}
