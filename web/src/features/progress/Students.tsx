import { useTranslation } from 'react-i18next';
import type { StudentRow } from '@/generated/schema';
import { percent } from '@/lib/percent';
import css from './Progress.module.css';

/** Everybody in the class, those who may need help first, each with the reason why. */
export function Students({ students, quizzes }: { students: StudentRow[]; quizzes: number }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <ul className={css.students}>
      {students.map((one) => (
        <li key={one.userId}>
          <span className={css.name}>
            {one.name}
            <small>
              {one.lastSeen
                ? t('reports.lastSeen', { date: day.format(new Date(one.lastSeen)) })
                : t('reports.neverSeen')}
            </small>
          </span>
          <span className={css.numbers}>
            <b>{one.average === null ? '–' : percent(one.average)}</b>
            <small>{t('reports.quizzesTaken', { taken: one.taken, all: quizzes })}</small>
          </span>
          {one.concerns.length > 0 && (
            <ul className={css.concerns}>
              {one.concerns.map(({ reason, count }) => (
                <li key={reason}>{t(`reports.reasons.${reason}`, { count })}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
