import { useTranslation } from 'react-i18next';
import type { Question } from '@/generated/api';
import { cx } from '@/ui/cx';
import { type Answer, isAnswered } from './desk';
import css from './TakeQuiz.module.css';

interface OverviewProps {
  questions: Question[];
  answers: Record<string, Answer>;
  at: number;
  onGo: (index: number) => void;
}

/** Every question as a numbered stone: filled when answered, and a way to jump to it. */
export function Overview({ questions, answers, at, onGo }: OverviewProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('take.overview')}>
      <ol className={css.stones}>
        {questions.map(({ id }, index) => {
          const done = isAnswered(answers[id]?.value ?? null);
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                className={cx(css.stone, done && css.done, answers[id]?.state === 'conflict' && css.torn)}
                onClick={() => onGo(index)}
              >
                <span className="visually-hidden">{t('take.question', { number: index + 1, count: questions.length })}</span>
                <span aria-hidden="true">{index + 1}</span>
                <span className="visually-hidden">{t(done ? 'take.answered' : 'take.unanswered')}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
