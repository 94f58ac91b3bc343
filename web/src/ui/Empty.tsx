import type { ReactNode } from 'react';
import { Chairs, Door, Leaf, Unplugged } from './art/Scenes';
import css from './Empty.module.css';

const ART = { chairs: Chairs, door: Door, leaf: Leaf, unplugged: Unplugged };

/** What a list shows when it has nothing, could not be had, or is still to be made. */
export function Empty(props: { art: keyof typeof ART; title: string; children?: ReactNode }) {
  const Art = ART[props.art];
  return (
    <div className={css.empty}>
      <Art />
      <h3>{props.title}</h3>
      {props.children}
    </div>
  );
}

/** Grey shapes where content is about to be; announced once, in words. */
export function Skeleton({ label, rows = 3 }: { label: string; rows?: number }) {
  return (
    <div role="status" className={css.skeleton}>
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
    </div>
  );
}
