import type { Reaction } from '@/room/words';
import { FLIP, REACTIONS } from './reactions';

/** A reaction as a small picture. It says nothing that the words beside it do not. */
export function ReactionArt({ name, size = 28 }: { name: Reaction; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {REACTIONS[name].map(({ d, fill = 'none', stroke, width, flip }) => (
        <path
          key={d}
          d={d}
          fill={fill}
          stroke={stroke}
          strokeWidth={width}
          strokeLinecap="round"
          strokeLinejoin="round"
          transform={flip ? `matrix(${FLIP.join(' ')})` : undefined}
        />
      ))}
    </svg>
  );
}
