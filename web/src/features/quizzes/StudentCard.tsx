import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { useGrade, useResults } from './api';
import { GradeLine } from './GradeLine';
import { useMoments } from './moments';
import { QuizCard } from './QuizCard';
import css from './QuizCard.module.css';

interface StudentCardProps {
  quiz: QuizView;
  busy: boolean;
  /** `running`: there is an open attempt to go on with. */
  onTake: (running: boolean) => void;
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
  return <Card {...props} handedIn={results.data?.mine.length ?? props.quiz.attemptsUsed} />;
}

function Card({ quiz, busy, onTake, onSee, handedIn }: StudentCardProps & { handedIn: number }) {
  const { t } = useTranslation();
  const { when, later } = useMoments();
  const grade = useGrade(quiz.id, handedIn > 0);
  const running = handedIn < quiz.attemptsUsed;
  const early = quiz.opensAt !== null && later(quiz.opensAt);
  const late = quiz.closesAt !== null && !later(quiz.closesAt);
  const free = quiz.state === 'open' && !early && !late && quiz.attemptsUsed < quiz.maxAttempts;
  const news = [
    quiz.attemptsUsed > 0 && t('quiz.used', { used: quiz.attemptsUsed, all: quiz.maxAttempts }),
    running && t('quiz.running'),
    quiz.state === 'open' && early && quiz.opensAt && t('quiz.opensAt', { when: when(quiz.opensAt) }),
    quiz.state === 'open' && late && t('quiz.windowOver'),
    quiz.state === 'open' && free && quiz.hasPassword && t('quiz.locked'),
  ].filter(Boolean);
  return (
    <QuizCard
      quiz={quiz}
      news={
        <>
          {news.length > 0 && <p className={css.news}>{news.join(' · ')}</p>}
          {grade.data && <GradeLine grade={grade.data} />}
        </>
      }
    >
      {(running || free) && (
        <Button tone="sun" icon={running ? 'forward' : 'play'} busy={busy} onClick={() => onTake(running)}>
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
