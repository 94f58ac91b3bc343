import { useTranslation } from 'react-i18next';
import type { GradeView } from '@/generated/schema';
import { percent } from '@/lib/percent';
import { Icon } from '@/ui/Icon';
import css from './QuizCard.module.css';

/** What counts in the end: one attempt, or several put together as the teacher has chosen. */
export function GradeLine({ grade: { method, score, attempts, waiting } }: { grade: GradeView }) {
  const { t } = useTranslation();
  const how = attempts > 1 && t(`result.grade.${method}`, { count: attempts });
  return (
    <p className={css.grade}>
      <Icon name={score === null ? 'clock' : 'star'} size={18} />
      <span>
        {score !== null && (
          <>
            {t('result.grade.title')} <b>{percent(score)}</b>
            {how && ` (${how})`}
          </>
        )}
        {score === null && t(waiting > 0 ? 'result.grade.waiting' : 'result.grade.hidden')}
        {score !== null && waiting > 0 && ` · ${t('result.grade.more', { count: waiting })}`}
      </span>
    </p>
  );
}
