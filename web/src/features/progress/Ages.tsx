import { useTranslation } from 'react-i18next';
import type { OfAgeView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Notice } from '@/ui/Notice';
import { Switch } from '@/ui/Switch';
import { useBoardChoices } from './api';
import css from './Progress.module.css';

/** Who is under age is on no leaderboard; a teacher knows, and says it here. */
export function Ages({ classroomId, people }: { classroomId: string; people: OfAgeView[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { sayOfAge } = useBoardChoices(classroomId);
  const { run, problem } = useAction(sayOfAge);
  if (people.length === 0) return null;
  return (
    <details className={css.ages}>
      <summary>{t('board.ages')}</summary>
      <p className={css.lead}>{t('board.agesHint')}</p>
      {problem && <Notice>{sentence(problem)}</Notice>}
      {people.map((one) => (
        <Switch
          key={one.userId}
          label={one.name}
          hint={t(one.underage ? 'board.isUnderage' : 'board.isOfAge')}
          on={!one.underage}
          onChange={(ofAge) => run(one.userId, !ofAge)}
        />
      ))}
    </details>
  );
}
