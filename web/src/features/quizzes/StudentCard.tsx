import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { newest, useResults } from './api';
import { QuizCard } from './QuizCard';
import css from './QuizCard.module.css';
import { percent } from './rows';

interface StudentCardProps {
  quiz: QuizView;
  busy: boolean;
  onTake: () => void;
  onSee: () => void;
}

/** A quiz as its student meets it: to be started, gone on with, or looked back at. */
export function StudentCard({ quiz, ...props }: StudentCardProps) {
  if (quiz.state === 'open' && quiz.attemptsUsed > 0) return <BegunCard quiz={quiz} {...props} />;
  return <Card quiz={quiz} handedIn={quiz.attemptsUsed} {...props} />;
}

/** The list counts attempts; only the results tell whether one of them is still open. */
function BegunCard(props: StudentCardProps) {
  const results = useResults(props.quiz.id);
  const last = newest(results.data);
  return (
    <Card
      {...props}
      handedIn={results.data?.mine.length ?? props.quiz.attemptsUsed}
      score={last?.score ?? undefined}
    />
  );
}

function Card({
  quiz,
  busy,
  onTake,
  onSee,
  handedIn,
  score,
}: StudentCardProps & { handedIn: number; score?: number | undefined }) {
  const { t } = useTranslation();
  const running = handedIn < quiz.attemptsUsed;
  const free = quiz.state === 'open' && quiz.attemptsUsed < quiz.maxAttempts;
  const news = [
    quiz.attemptsUsed > 0 && t('quiz.used', { used: quiz.attemptsUsed, all: quiz.maxAttempts }),
    running ? t('quiz.running') : score !== undefined && t('quiz.lastScore', { score: percent(score) }),
  ].filter(Boolean);
  return (
    <QuizCard quiz={quiz} news={news.length > 0 && <p className={css.news}>{news.join(' · ')}</p>}>
      {(running || free) && (
        <Button tone="sun" icon={running ? 'forward' : 'play'} busy={busy} onClick={onTake}>
          {t(running ? 'quiz.resume' : handedIn > 0 ? 'result.again' : 'quiz.start')}
        </Button>
      )}
      {handedIn > 0 && (
        <Button tone="paper" onClick={onSee}>
          {t('quiz.see')}
        </Button>
      )}
    </QuizCard>
  );
}
