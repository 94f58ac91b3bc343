import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { moved, placeUnder } from '../moves';

interface Held {
  id: string;
  order: string[];
}

/**
 * Drags the things of a list with a mouse, a pen or a finger. The order follows the pointer at once, and is told when
 * it is let go; a drag that the browser takes away leaves everything as it was. Meanwhile the elements must stay where
 * they are and only be shown elsewhere: a browser lets go of what is moved in the document.
 */
export function useDragging(
  list: RefObject<HTMLOListElement | null>,
  order: string[],
  onDrop: (order: string[], id: string) => void,
) {
  const [held, setHeld] = useState<Held | null>(null);
  /** What the pointer holds, for events that come before the next drawing. */
  const now = useRef<Held | null>(null);
  const hold = (next: Held | null): void => {
    now.current = next;
    setHeld(next);
  };

  const grip = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      hold({ id, order });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const drag = now.current;
      if (drag?.id !== id || !list.current) return;
      const from = drag.order.indexOf(id);
      const others = [...list.current.children].filter((one) => !one.contains(event.currentTarget));
      const to = placeUnder(others.map(middle), event.clientY);
      if (to !== from) hold({ id, order: moved(drag.order, from, to) });
    },
    onPointerUp: () => {
      const drag = now.current;
      if (drag && drag.order.join() !== order.join()) onDrop(drag.order, id);
      hold(null);
    },
    onPointerCancel: () => hold(null),
  });
  return { grip, held: held?.id ?? null, order: held?.order ?? null };
}

function middle(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
