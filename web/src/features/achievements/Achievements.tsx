import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AchievementList, AchievementView } from '@/generated/schema';
import { api } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import css from './Achievements.module.css';
import { Medal } from './Medal';

/** The badges one has, and those that are still to be had, with how. */
export function Achievements() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useQuery({
    queryKey: ['achievements'],
    queryFn: () => api.get<AchievementList>('/achievements'),
  });
  if (error) return <Notice>{sentence(asProblem(error))}</Notice>;
  if (!data) return <Skeleton label={t('common.loading')} />;
  const known = data.items.filter((one) => isKnown(one.rule));
  return (
    <>
      <p className={css.count}>
        {t('achievements.count', { count: known.filter((one) => one.earnedAt).length, all: known.length })}
      </p>
      <ul className={css.medals}>
        {known.map((one) => (
          <Badge key={one.rule} badge={one} />
        ))}
      </ul>
    </>
  );
}

const RULES = [
  'first-lesson',
  'first-quiz',
  'perfect-score',
  'comeback',
  'five-quizzes',
  'full-week',
  'three-subjects',
  'twenty-lessons',
] as const;
type Rule = (typeof RULES)[number];
const isKnown = (rule: string): rule is Rule => (RULES as readonly string[]).includes(rule);

function Badge({ badge: { rule, progress, enough, earnedAt } }: { badge: AchievementView }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <li className={cx(css.badge, !earnedAt && css.locked)}>
      <Medal rule={rule} earned={earnedAt !== null} />
      <b>{t(`achievements.rules.${rule as Rule}.name`)}</b>
      <span>{t(`achievements.rules.${rule as Rule}.how`)}</span>
      {earnedAt ? (
        <small>{t('achievements.earned', { date: day.format(new Date(earnedAt)) })}</small>
      ) : (
        <small>
          {enough > 1 && <progress max={enough} value={progress} aria-hidden="true" />}
          {t('achievements.progress', { progress, enough })}
        </small>
      )}
    </li>
  );
}
