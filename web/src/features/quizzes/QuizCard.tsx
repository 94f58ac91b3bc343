import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import css from './QuizCard.module.css';

interface QuizCardProps {
  quiz: QuizView;
  /** What there is to say beyond the facts: an attempt under way, a score. */
  news?: ReactNode;
  /** The buttons. */
  children: ReactNode;
}

export function QuizCard({ quiz, news, children }: QuizCardProps) {
  const { t } = useTranslation();
  const facts = [
    t('quiz.questions', { count: quiz.questionCount }),
    quiz.timeLimitSeconds !== null &&
      t('quiz.minutes', { count: Math.max(1, Math.round(quiz.timeLimitSeconds / 60)) }),
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
