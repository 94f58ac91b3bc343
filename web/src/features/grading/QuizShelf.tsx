import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { useGivenQuizzes } from './api';
import { GradingView } from './GradingView';
import css from './QuizShelf.module.css';
import { RegradeDialog } from './RegradeDialog';
import { StatisticsView } from './StatisticsView';

type Open = { quiz: QuizView; what: 'statistics' | 'grading' | 'regrade' };

/** The quizzes that were given, and what can be done about their marks. An open view takes the place of `children`. */
export function QuizShelf({ classroomId, children }: { classroomId: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { data } = useGivenQuizzes(classroomId);
  const [open, setOpen] = useState<Open | null>(null);
  const back = () => setOpen(null);
  if (open?.what === 'statistics') return <StatisticsView quiz={open.quiz} onBack={back} />;
  if (open?.what === 'grading') return <GradingView quiz={open.quiz} onBack={back} />;
  return (
    <>
      {children}
      {data && data.length > 0 && (
        <section className={css.shelf}>
          <h2>{t('grading.quizzes')}</h2>
          <ul>
            {data.map((quiz) => (
              <li key={quiz.id}>
                <h3>{quiz.title}</h3>
                <div>
                  <Button
                    size="s"
                    tone="paper"
                    icon="poll"
                    onClick={() => setOpen({ quiz, what: 'statistics' })}
                  >
                    {t('grading.statistics')}
                  </Button>
                  <Button
                    size="s"
                    tone="paper"
                    icon="pencil"
                    onClick={() => setOpen({ quiz, what: 'grading' })}
                  >
                    {t('grading.answers')}
                  </Button>
                  {quiz.state === 'closed' && (
                    <Button
                      size="s"
                      tone="paper"
                      icon="key"
                      onClick={() => setOpen({ quiz, what: 'regrade' })}
                    >
                      {t('grading.correctKey')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open?.what === 'regrade' && <RegradeDialog quiz={open.quiz} onClose={back} />}
    </>
  );
}
