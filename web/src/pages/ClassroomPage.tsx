import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Announcements } from '@/features/announcements/Announcements';
import { useSession } from '@/lib/session';
import { enter } from '@/room/client';
import { useRoom } from '@/room/store';
import { chooseQuality, rememberQuality } from '@/world/quality';
import css from './ClassroomPage.module.css';
import { ClosedDoor } from './classroom/ClosedDoor';
import { Lesson } from './classroom/Lesson';
import { LineBanner, TopBar } from './classroom/TopBar';
import { WaitingRoom } from './classroom/WaitingRoom';

/** A lesson: the room in three dimensions, and on top of it what one does there. */
export default function ClassroomPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useSession((state) => state.user);
  const { phase, refusal, closed, title } = useRoom();
  const [quality, setQuality] = useState(chooseQuality);
  const [seen, setSeen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const leave = () => void navigate('/');

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is a new entrance
  useEffect(() => {
    setSeen(false);
    return enter(id);
  }, [id, attempt]);
  useEffect(() => setSeen((before) => before || phase === 'inside'), [phase]);
  useEffect(() => {
    document.title = title ? `${title} · EduVerse` : 'EduVerse';
    return () => {
      document.title = 'EduVerse';
    };
  }, [title]);

  if (phase === 'refused' || phase === 'closed')
    return (
      <ClosedDoor
        refusal={refusal}
        closed={closed}
        onLeave={leave}
        onAgain={() => setAttempt((before) => before + 1)}
      />
    );
  if (!user) return null;
  if (!seen && refusal === 'in-lobby') return <WaitingRoom onLeave={leave} />;
  return (
    <main className={css.page}>
      {seen ? (
        <Lesson user={user} quality={quality} />
      ) : (
        <p className={css.entering} role="status">
          {t('room.entering')}
        </p>
      )}
      <div className={css.top}>
        <TopBar
          quality={quality}
          onLeave={leave}
          onQuality={(next) => {
            rememberQuality(next);
            setQuality(next);
          }}
        />
        <LineBanner />
        <Announcements />
      </div>
    </main>
  );
}
