import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '@/lib/session';
import { enter } from '@/room/client';
import { useRoom } from '@/room/store';
import { chooseQuality, rememberQuality } from '@/world/quality';
import css from './ClassroomPage.module.css';
import { ClosedDoor } from './classroom/ClosedDoor';
import { Lesson } from './classroom/Lesson';
import { LineBanner, TopBar } from './classroom/TopBar';

/** A lesson: the room in three dimensions, and on top of it what one does there. */
export default function ClassroomPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useSession((state) => state.user);
  const { phase, refusal, closed, title } = useRoom();
  const [quality, setQuality] = useState(chooseQuality);
  const [seen, setSeen] = useState(false);
  const leave = () => void navigate('/');

  useEffect(() => enter(id), [id]);
  useEffect(() => setSeen((before) => before || phase === 'inside'), [phase]);
  useEffect(() => {
    document.title = title ? `${title} · EduVerse` : 'EduVerse';
    return () => {
      document.title = 'EduVerse';
    };
  }, [title]);

  if (phase === 'refused' || phase === 'closed')
    return <ClosedDoor refusal={refusal} closed={closed} onLeave={leave} />;
  if (!user) return null;
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
      </div>
    </main>
  );
}
