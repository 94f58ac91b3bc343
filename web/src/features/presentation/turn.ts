import { useRoom } from '@/room/store';
import { turnTo } from '@/room/teach';

/** Where we are turning to while the room has not told of it yet: a quick second press goes on from there. */
let aim: { presentationId: string; index: number } | null = null;

/** Turns on or back from the slide that is shown, if there is one. The room's own news is what changes the screen. */
export function step(by: number): void {
  const shown = useRoom.getState().presentation;
  if (!shown) return;
  const { presentationId } = shown;
  const index = (aim?.presentationId === presentationId ? aim.index : shown.index) + by;
  if (!shown.slides[index]) return;
  const aimed = { presentationId, index };
  aim = aimed;
  void turnTo(index)
    .catch(() => undefined)
    .finally(() => {
      if (aim === aimed) aim = null;
    });
}
