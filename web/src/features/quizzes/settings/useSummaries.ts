import { useTranslation } from 'react-i18next';
import { type Draft, newPolicy } from '../draft';

/** How each group of settings stands, in a line. */
export function useSummaries(draft: Draft) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const when = (local: string): string => day.format(new Date(local));
  const join = (...words: (string | false)[]): string => words.filter(Boolean).join(' · ');
  return {
    time: join(
      draft.timed ? t('quiz.minutes', { count: Number(draft.minutes) || 0 }) : t('settings.untimed'),
      draft.opensAt !== '' && t('quiz.opensAt', { when: when(draft.opensAt) }),
      draft.closesAt !== '' && t('quiz.closesAt', { when: when(draft.closesAt) }),
    ),
    grading: join(
      t('quiz.attempts', { count: Number(draft.attempts) || 0 }),
      t('settings.passAt', { percent: draft.pass }),
      t('common.tokens', { count: Number(draft.tokens) || 0 }),
    ),
    look: join(
      t(draft.shuffle ? 'settings.shuffled' : 'settings.inOrder'),
      t(draft.locked ? 'settings.withPassword' : 'settings.noPassword'),
    ),
    review: t(
      JSON.stringify(draft.review) === JSON.stringify(newPolicy())
        ? 'settings.usualReview'
        : 'settings.ownReview',
    ),
  };
}
