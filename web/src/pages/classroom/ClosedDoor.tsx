import { useTranslation } from 'react-i18next';
import type { ClassroomClosed } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import css from '../ClassroomPage.module.css';

interface ClosedDoorProps {
  refusal: string | null;
  closed: ClassroomClosed['reason'] | null;
  onLeave: () => void;
}

/** Class is over, or one may not come in: said calmly, with the way back. */
export function ClosedDoor({ refusal, closed, onLeave }: ClosedDoorProps) {
  const { t } = useTranslation();
  const hint =
    closed === 'removed'
      ? 'removedHint'
      : closed
        ? 'closedHint'
        : refusal === 'classroom-full'
          ? 'full'
          : 'refusedHint';
  return (
    <main className={css.door}>
      <Empty art="chairs" title={t(closed === 'archived' ? 'room.closed' : 'room.refused')}>
        <p>{t(`room.${hint}`)}</p>
        <Button size="l" onClick={onLeave}>
          {t('room.corridor')}
        </Button>
      </Empty>
    </main>
  );
}
