import { useTranslation } from 'react-i18next';
import type { ClassroomClosed } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import css from '../ClassroomPage.module.css';

interface ClosedDoorProps {
  refusal: string | null;
  closed: ClassroomClosed['reason'] | null;
  onLeave: () => void;
  onAgain: () => void;
}

/** Title, sentence, and whether knocking again makes sense. */
type Sign = readonly [title: string, hint: string, again: 'knock' | 'comeBack' | 'tryAgain' | null];

const SIGNS = {
  archived: ['closed', 'closedHint', null],
  removed: ['refused', 'removedHint', null],
  kicked: ['kicked', 'kickedHint', 'comeBack'],
  banned: ['banned', 'bannedHint', null],
  'classroom-archived': ['closed', 'archivedHint', null],
  'classroom-full': ['refused', 'full', 'tryAgain'],
  'room-locked': ['locked', 'lockedHint', 'tryAgain'],
  'lobby-refused': ['notAdmitted', 'notAdmittedHint', 'knock'],
  other: ['refused', 'refusedHint', null],
} as const satisfies Record<string, Sign>;

const known = (why: string): why is keyof typeof SIGNS => why in SIGNS;

/** Class is over, or one may not come in: said calmly, with the way back and, where there is one, the way on. */
export function ClosedDoor({ refusal, closed, onLeave, onAgain }: ClosedDoorProps) {
  const { t } = useTranslation();
  const why = closed ?? refusal ?? 'other';
  const [title, hint, again] = SIGNS[known(why) ? why : 'other'];
  return (
    <main className={css.door}>
      <Empty
        art={title === 'locked' || title === 'notAdmitted' ? 'door' : 'chairs'}
        title={t(`room.${title}`)}
      >
        <p>{t(`room.${hint}`)}</p>
        <p className={css.ways}>
          {again && (
            <Button size="l" onClick={onAgain}>
              {t(`room.${again}`)}
            </Button>
          )}
          <Button size="l" tone={again ? 'paper' : 'spruce'} onClick={onLeave}>
            {t('room.corridor')}
          </Button>
        </p>
      </Empty>
    </main>
  );
}
