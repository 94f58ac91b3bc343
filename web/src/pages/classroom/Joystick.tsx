import { type PointerEvent, useRef } from 'react';
import { input } from '@/world/motion/input';
import css from './Joystick.module.css';

const REACH = 44;

/** A stick under the left thumb. Shown on touch screens only; keys do the same. */
export function Joystick() {
  const knob = useRef<HTMLDivElement>(null);

  function lean(event: PointerEvent<HTMLDivElement>): void {
    const base = event.currentTarget.getBoundingClientRect();
    const dx = event.clientX - (base.left + base.width / 2);
    const dy = event.clientY - (base.top + base.height / 2);
    const shrink = Math.min(1, REACH / Math.max(1, Math.hypot(dx, dy)));
    set((dx * shrink) / REACH, (-dy * shrink) / REACH);
  }

  function set(x: number, y: number): void {
    input.stick.x = x;
    input.stick.y = y;
    if (knob.current) knob.current.style.transform = `translate(${x * REACH}px, ${-y * REACH}px)`;
  }

  return (
    <div
      className={css.base}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        lean(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && lean(event)}
      onPointerUp={() => set(0, 0)}
      onPointerCancel={() => set(0, 0)}
    >
      <div ref={knob} className={css.knob} />
    </div>
  );
}
