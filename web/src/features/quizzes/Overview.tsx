import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isAnswered, type QuestionView } from '@/questions/kinds';
import { cx } from '@/ui/cx';
import type { Answer } from './desk';
import css from './Overview.module.css';

interface OverviewProps {
  questions: QuestionView[];
  answers: Record<string, Answer>;
  at: number;
  onGo: (index: number) => void;
}

/** Every question as a numbered stone: filled when answered, and a way to jump to it. */
export function Overview({ questions, answers, at, onGo }: OverviewProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a long row follows the question
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (here && row.current) row.current.scrollLeft = here.offsetLeft - row.current.clientWidth / 2;
  }, [at]);
  return (
    <nav aria-label={t('take.overview')}>
      <ol ref={row} className={css.stones}>
        {questions.map(({ id }, index) => {
          const done = isAnswered(answers[id]?.value);
          const spoken = t('take.question', { number: index + 1, count: questions.length });
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                aria-label={`${spoken}, ${t(done ? 'take.answered' : 'take.unanswered')}`}
                className={cx(css.stone, done && css.done)}
                onClick={() => onGo(index)}
              >
                {index + 1}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
