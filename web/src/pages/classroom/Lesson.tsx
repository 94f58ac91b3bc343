import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chat } from '@/features/chat/Chat';
import { JoinCode } from '@/features/classrooms/JoinCode';
import { People } from '@/features/people/People';
import { StudentQuiz, TeacherQuizzes } from '@/features/quizzes';
import type { UserView } from '@/generated/schema';
import { act, moveSelf, raiseHand } from '@/room/client';
import { useRoom } from '@/room/store';
import type { Gesture } from '@/room/words';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Panel } from '@/ui/Panel';
import type { Quality } from '@/world/quality';
import type { WorldHandle } from '@/world/World';
import css from '../ClassroomPage.module.css';
import { ActionBar, type PanelName } from './ActionBar';
import { Joystick } from './Joystick';
import { useBoard } from './useBoard';
import { useShortcuts } from './useShortcuts';
import { useUnread } from './useUnread';

const World = lazy(() => import('@/world/World'));

interface LessonProps {
  user: UserView;
  quality: Quality | null;
}

export function Lesson({ user, quality }: LessonProps) {
  const { t } = useTranslation();
  const classroomId = useRoom((state) => state.classroomId) ?? '';
  const teaches = useRoom((state) => state.standing === 'teacher');
  const hands = useRoom(
    (state) => Object.values(state.people).filter((person) => person.handSince !== null).length,
  );
  const handRaised = useRoom((state) => (state.people[user.id]?.handSince ?? null) !== null);
  const quizzes = useRoom((state) => state.quizzes);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const handle = useRef<WorldHandle | null>(null);
  const board = useBoard();
  const unread = useUnread(panel === 'chat', user.id);
  const close = () => setPanel(null);
  const toggle = (name: PanelName) => setPanel((open) => (open === name ? null : name));
  const gesture = (which: Gesture) => act(user.id, which);

  function sit(): void {
    const done = handle.current?.sitOrStand();
    if (done) gesture(done);
  }
  // A hand that could not go up stays down on the screen too: the room's own news is what is shown.
  const hand = () => void raiseHand(!handRaised).catch(() => undefined);

  useShortcuts({
    Enter: () => setPanel('chat'),
    Escape: () => setPanel(null),
    h: hand,
    x: sit,
    p: () => toggle('people'),
    q: () => toggle('quiz'),
  });

  const invited = quizzes.find(() => !teaches && panel !== 'quiz');
  return (
    <>
      {quality ? (
        <Suspense fallback={<p className={css.entering}>{t('room.loading')}</p>}>
          <World
            userId={user.id}
            teaches={teaches}
            quality={quality}
            board={board}
            label={t('room.scene')}
            tell={moveSelf}
            handle={handle}
          />
        </Suspense>
      ) : (
        <div className={css.entering}>
          <Empty art="unplugged" title={t('room.noWebgl')}>
            <p>{t('room.noWebglHint')}</p>
          </Empty>
        </div>
      )}
      <div className={css.overlay} data-panel={panel ?? undefined}>
        <div className={css.dock}>
          {invited && (
            <div className={css.invite} role="status">
              <b>{t('quiz.invite', { title: invited.title })}</b>
              <Button tone="sun" size="s" onClick={() => setPanel('quiz')}>
                {t('actions.quiz')}
              </Button>
            </div>
          )}
          <ActionBar
            handRaised={handRaised}
            unread={unread}
            hands={hands}
            quizzes={quizzes.length}
            open={panel}
            onHand={hand}
            onGesture={gesture}
            onSit={sit}
            onPanel={toggle}
          />
        </div>
        <div className={css.stick}>
          <Joystick />
        </div>
        <p className={css.help}>{t('room.help')}</p>
        {panel && (
          <div className={css.side}>
            <Panel key={panel} title={t(`${panel}.title`)} onClose={close}>
              {panel === 'chat' && <Chat userId={user.id} />}
              {panel === 'people' && (
                <>
                  {teaches && <JoinCode classroomId={classroomId} />}
                  <People userId={user.id} />
                </>
              )}
              {panel === 'quiz' &&
                (teaches ? (
                  <TeacherQuizzes classroomId={classroomId} />
                ) : (
                  <StudentQuiz classroomId={classroomId} />
                ))}
            </Panel>
          </div>
        )}
      </div>
    </>
  );
}
