import { useTranslation } from 'react-i18next';
import { useRoom } from '@/room/store';
import { Button } from '@/ui/Button';
import css from '../ClassroomPage.module.css';
import type { PanelName } from './ActionBar';
import { useSeen } from './useSeen';

/** To a student: the quiz, the poll and the slides that are there and not looked at. To a teacher: who waits. */
export function Invites({ open, onOpen }: { open: PanelName | null; onOpen: (panel: PanelName) => void }) {
  const { t } = useTranslation();
  const teaches = useRoom((state) => state.standing === 'teacher');
  const quiz = useRoom((state) => state.quizzes[0]);
  const { presentation, poll, myVote, outcome, waiting } = useRoom();
  const inLesson = open === 'lesson';
  const slidesAreNew = useSeen(presentation?.presentationId ?? null, inLesson);
  const resultIsNew = useSeen(outcome?.poll.pollId ?? null, inLesson);
  const invites: [PanelName, string, string][] = [];
  if (teaches && waiting.length > 0)
    invites.push(['people', t('moderation.knocks', { count: waiting.length }), t('actions.people')]);
  if (!teaches && quiz) invites.push(['quiz', t('quiz.invite', { title: quiz.title }), t('actions.quiz')]);
  if (!teaches && poll && myVote === null) invites.push(['lesson', poll.question, t('poll.vote')]);
  else if (!teaches && outcome && resultIsNew)
    invites.push(['lesson', outcome.poll.question, t('poll.result')]);
  if (!teaches && presentation && slidesAreNew)
    invites.push(['lesson', t('slides.invite', { name: presentation.presenterName }), t('slides.look')]);
  return (
    <div role="status" className={css.invites}>
      {invites
        .filter(([panel]) => panel !== open)
        .map(([panel, words, action]) => (
          <div key={panel + words} className={css.invite}>
            <b>{words}</b>
            <Button tone="sun" size="s" onClick={() => onOpen(panel)}>
              {action}
            </Button>
          </div>
        ))}
    </div>
  );
}
