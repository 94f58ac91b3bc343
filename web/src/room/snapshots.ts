import type { Position } from './words';

/** Where somebody is and how fast they move, as it is to be drawn. */
export interface Motion {
  x: number;
  y: number;
  z: number;
  heading: number;
  /** Metres a second over the floor. */
  speed: number;
}

interface Snapshot {
  time: number;
  position: Position;
  heading: number;
}

/** Others are drawn this far in the past, so that there is nearly always a newer snapshot to move towards. */
export const DELAY_MS = 150;
/** Metres a millisecond at a walk: how long a step must have taken when nothing was heard while it was made. */
const PACE = 0.0026;
/** Snapshots closer than this are taken as one continuous walk. */
const STEP_MS = 260;
/** A jump longer than this is taken at once: people do not slide through half a room. */
const LEAP_M = 4;
const KEEP = 24;

/** The last positions of one person by the server's time, read back a little late and smoothly. */
export class Snapshots {
  private readonly list: Snapshot[] = [];

  constructor(position: Position, heading: number) {
    this.list.push({ time: Number.NEGATIVE_INFINITY, position, heading });
  }

  push(time: number, position: Position, heading: number): void {
    const last = this.list.at(-1);
    if (last === undefined || time <= last.time) return;
    // After silence somebody stood still and then walked; it was not one long slow step.
    if (time - last.time > STEP_MS) {
      const walked = Math.hypot(position[0] - last.position[0], position[2] - last.position[2]) / PACE;
      this.list.push({ ...last, time: Math.max(last.time, time - Math.max(100, walked)) });
    }
    this.list.push({ time, position, heading });
    if (this.list.length > KEEP) this.list.splice(0, this.list.length - KEEP);
  }

  /** Writes into `out` where the person was at `time`. */
  read(time: number, out: Motion): void {
    const list = this.list;
    let i = list.length - 1;
    while (i > 0 && (list[i] as Snapshot).time > time) i -= 1;
    const from = list[i] as Snapshot;
    const to = list[i + 1] ?? from;
    const span = to.time - from.time;
    const leap = Math.hypot(to.position[0] - from.position[0], to.position[2] - from.position[2]);
    const moving = Number.isFinite(span) && span > 0 && leap < LEAP_M;
    const t = moving ? Math.min(1, Math.max(0, (time - from.time) / span)) : 0;
    out.x = mix(from.position[0], to.position[0], t);
    out.y = mix(from.position[1], to.position[1], t);
    out.z = mix(from.position[2], to.position[2], t);
    out.heading = from.heading + shortestTurn(from.heading, to.heading) * t;
    out.speed = moving ? (leap / span) * 1000 : 0;
  }
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** The turn from one heading to another, in -pi..pi. */
export function shortestTurn(from: number, to: number): number {
  const turn = (to - from) % (Math.PI * 2);
  if (turn > Math.PI) return turn - Math.PI * 2;
  return turn < -Math.PI ? turn + Math.PI * 2 : turn;
}
