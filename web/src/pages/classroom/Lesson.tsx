import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { step } from '@/features/presentation/turn';
import { useMicrophone } from '@/features/voice/useMicrophone';
import { VoicePill } from '@/features/voice/VoicePill';
import type { UserView } from '@/generated/schema';
import { act, raiseHand } from '@/room/client';
import { useRoom } from '@/room/store';
import type { Gesture } from '@/room/words';
import type { Quality } from '@/world/quality';
import type { WorldHandle } from '@/world/World';
import css from '../ClassroomPage.module.css';
import { ActionBar, GESTURE_MENU, type PanelName } from './ActionBar';
import { HelpDialog } from './HelpDialog';
import { Invites } from './Invites';
import { Joystick } from './Joystick';
import { Scene } from './Scene';
import { SidePanel } from './SidePanel';
import { useShortcuts } from './useShortcuts';
import { useUnread } from './useUnread';

interface LessonProps {
  user: UserView;
  quality: Quality | null;
}

export function Lesson({ user, quality }: LessonProps) {
  const { t } = useTranslation();
  const teaches = useRoom((state) => state.standing === 'teacher');
  const handRaised = useRoom((state) => (state.people[user.id]?.handSince ?? null) !== null);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [help, setHelp] = useState(false);
  const handle = useRef<WorldHandle | null>(null);
  const microphone = useMicrophone(user.id);
  const counts = useCounts(useUnread(panel === 'chat', user.id));
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
    m: microphone.press,
    r: showReactions,
    p: () => toggle('people'),
    q: () => toggle('quiz'),
    l: () => toggle('lesson'),
    '?': () => setHelp(true),
    ...(teaches && { PageDown: () => step(1), PageUp: () => step(-1) }),
  });

  return (
    <>
      <Scene userId={user.id} teaches={teaches} quality={quality} handle={handle} />
      <div className={css.overlay} data-panel={panel ?? undefined}>
        <div className={css.dock}>
          <Invites open={panel} onOpen={setPanel} />
          <VoicePill userId={user.id} />
          <ActionBar
            userId={user.id}
            handRaised={handRaised}
            counts={counts}
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
        <button type="button" className={css.help} onClick={() => setHelp(true)}>
          {t('room.help')}
        </button>
        {panel && (
          <SidePanel name={panel} userId={user.id} teaches={teaches} onClose={() => setPanel(null)} />
        )}
      </div>
      {help && <HelpDialog teaches={teaches} onClose={() => setHelp(false)} />}
    </>
  );
}

/** What there is in each panel that wants to be looked at. */
function useCounts(unread: number): Record<PanelName, number> {
  const people = useRoom(
    (state) =>
      Object.values(state.people).filter((person) => person.handSince !== null).length + state.waiting.length,
  );
  const quiz = useRoom((state) => state.quizzes.length);
  const lesson = useRoom((state) => (state.poll && state.myVote === null ? 1 : 0));
  return { chat: unread, people, quiz, lesson };
}

function showReactions(): void {
  const menu = document.getElementById(GESTURE_MENU);
  menu?.togglePopover();
  menu?.querySelector('button')?.focus();
}
