import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { asMinutes } from '@/lib/clock';
import { cx } from '@/ui/cx';
import { useMoments } from './moments';
import css from './QuizCard.module.css';

/** Seconds; less is only for what is on its way. */
const GRACE_WORTH_SAYING = 15;

interface QuizCardProps {
  quiz: QuizView;
  /** What there is to say beyond the facts: an attempt under way, a score. */
  news?: ReactNode;
  /** The buttons. */
  children: ReactNode;
}

export function QuizCard({ quiz, news, children }: QuizCardProps) {
  const { t } = useTranslation();
  const { when, later } = useMoments();
  const facts = [
    t('quiz.questions', { count: quiz.questionCount }),
    quiz.timeLimitSeconds !== null &&
      t('quiz.minutes', { count: Math.max(1, Math.round(quiz.timeLimitSeconds / 60)) }),
    quiz.graceSeconds >= GRACE_WORTH_SAYING && t('quiz.grace', { time: asMinutes(quiz.graceSeconds) }),
    quiz.maxAttempts > 1 && t('quiz.attempts', { count: quiz.maxAttempts }),
    quiz.state === 'draft' && quiz.opensAt !== null && t('quiz.opensAt', { when: when(quiz.opensAt) }),
    quiz.state !== 'closed' &&
      quiz.closesAt !== null &&
      later(quiz.closesAt) &&
      t('quiz.closesAt', { when: when(quiz.closesAt) }),
    quiz.tokensReward > 0 && t('common.tokens', { count: quiz.tokensReward }),
  ];
  return (
    <li className={cx(css.quiz, css[quiz.state])}>
      <p className={css.state}>{t(quiz.state === 'closed' ? 'quiz.closedState' : `quiz.${quiz.state}`)}</p>
      <h3>{quiz.title}</h3>
      <ul className={css.facts}>{facts.map((fact) => fact && <li key={fact}>{fact}</li>)}</ul>
      {news}
      <div className={css.actions}>{children}</div>
    </li>
  );
}
