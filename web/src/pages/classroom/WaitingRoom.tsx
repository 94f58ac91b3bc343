import { useTranslation } from 'react-i18next';
import { useRoom } from '@/room/store';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import css from '../ClassroomPage.module.css';

/** At the door of a room with a lobby: nothing to do but to stay. */
export function WaitingRoom({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const lost = useRoom((state) => state.phase === 'lost');
  return (
    <main className={css.door}>
      <div role="status">
        <Empty art="door" title={t('room.waiting')}>
          <p>{t(lost ? 'room.waitingLost' : 'room.waitingHint')}</p>
          <Button tone="paper" onClick={onLeave}>
            {t('room.corridor')}
          </Button>
        </Empty>
      </div>
    </main>
  );
}
