/** Metres within which people hear each other; the server passes no signals beyond. */
export const EARSHOT = 8;
/** A connection is given up only a little farther away, so that nobody at the edge flickers. */
export const OUT_OF_HEARING = 10;
const NEAR = 1.5;
/** Who teaches, or is in the spotlight, is heard everywhere, and hears everybody. */
const EVERYWHERE = 0.75;

export interface Speaker {
  distance: number;
  /** One of the two teaches or is in the spotlight. */
  everywhere: boolean;
  muted: boolean;
}

/** How loud somebody is to be played, 0..1. */
export function volumeOf({ distance, everywhere, muted }: Speaker): number {
  if (muted) return 0;
  const far = Math.min(1, Math.max(0, (distance - NEAR) / (EARSHOT - NEAR)));
  // As the ear has it: most of the change is near.
  const carried = (1 - far) ** 1.6;
  return everywhere ? Math.max(EVERYWHERE, carried) : carried;
}
