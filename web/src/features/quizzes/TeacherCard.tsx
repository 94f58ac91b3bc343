import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { Button, IconButton } from '@/ui/Button';
import { DeleteDialog } from './DeleteDialog';
import { QuizCard } from './QuizCard';

interface TeacherCardProps {
  quiz: QuizView;
  busy: boolean;
  onOpen: () => void;
  onWatch: () => void;
  onEdit: () => void;
  /** To other times for some. */
  onPeople: () => void;
}

/** A quiz as its teacher meets it: what can be done with it depends on where it stands. */
export function TeacherCard({ quiz, busy, onOpen, onWatch, onEdit, onPeople }: TeacherCardProps) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  return (
    <QuizCard quiz={quiz}>
      {quiz.state === 'draft' ? (
        <Button tone="sun" icon="play" busy={busy} onClick={onOpen}>
          {t('quiz.openForClass')}
        </Button>
      ) : (
        <Button tone={quiz.state === 'open' ? 'sun' : 'paper'} onClick={onWatch}>
          {t(quiz.state === 'open' ? 'progress.title' : 'quiz.results')}
        </Button>
      )}
      {quiz.state !== 'closed' && (
        <>
          <IconButton icon="pencil" label={t('quiz.edit', { title: quiz.title })} onClick={onEdit} />
          <IconButton icon="people" label={t('quiz.others', { title: quiz.title })} onClick={onPeople} />
        </>
      )}
      {quiz.state === 'draft' && (
        <IconButton
          icon="trash"
          label={t('quiz.delete', { title: quiz.title })}
          onClick={() => setLeaving(true)}
        />
      )}
      {leaving && <DeleteDialog quiz={quiz} onClose={() => setLeaving(false)} />}
    </QuizCard>
  );
}
