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

/**
 * How far in the past somebody is drawn, so that there is nearly always a newer snapshot to move towards. Those near
 * us are told of twenty times a second, those far away once a second: each person's delay follows their own spacing.
 */
export const DELAY = { least: 150, most: 1230 } as const;
/** A little more than one spacing, because packets do not arrive evenly. */
const SPACINGS = 1.2;
const SLACK_MS = 30;
/** Milliseconds of delay gained or given up in a millisecond: nobody is seen to stop, or to run, while it changes. */
const SLOWING = 0.5;
const HURRYING = 0.3;
/** A longer pause between two frames is a pause of the picture. */
const LONGEST_FRAME_MS = 250;

/** Metres a millisecond at a walk: how long a step must have taken when nothing was heard while it was made. */
const PACE = 0.0026;
/** Snapshots closer than this are taken as one continuous walk. */
const STEP_MS = 260;
/** Nobody who walks is told of less often than this. */
const RAREST_MS = 1600;
/** A jump longer than this is taken at once: people do not slide through half a room. */
const LEAP_M = 4;
const KEEP = 24;

/** The last positions of one person by the server's time, read back a little late and smoothly. */
export class Snapshots {
  /** Milliseconds by which this person is drawn late, just now. */
  delay: number = DELAY.least;
  private wanted: number = DELAY.least;
  private readAt: number | null = null;
  private readonly list: Snapshot[] = [];

  constructor(position: Position, heading: number) {
    this.list.push({ time: Number.NEGATIVE_INFINITY, position, heading });
  }

  push(time: number, position: Position, heading: number): void {
    const last = this.list.at(-1);
    if (last === undefined || time <= last.time) return;
    const spacing = time - last.time;
    const walked = between(last.position, position) / PACE;
    // A second's news of somebody who walked all the while; or news after they stood still and then walked.
    const steady = spacing <= STEP_MS || (spacing <= RAREST_MS && walked > spacing * 0.5);
    if (!steady) this.list.push({ ...last, time: Math.max(last.time, time - Math.max(100, walked)) });
    else if (walked > 0) this.follow(spacing);
    this.list.push({ time, position, heading });
    if (this.list.length > KEEP) this.list.splice(0, this.list.length - KEEP);
  }

  /** Writes into `out` where the person is to be drawn when the server's tick clock says `now`. */
  read(now: number, out: Motion): void {
    const passed = Math.min(LONGEST_FRAME_MS, Math.max(0, now - (this.readAt ?? now)));
    this.readAt = now;
    const change = this.wanted - this.delay;
    this.delay += Math.min(passed * SLOWING, Math.max(-passed * HURRYING, change));
    this.at(now - this.delay, out);
  }

  /** Writes into `out` where the person was at `time`. */
  at(time: number, out: Motion): void {
    const list = this.list;
    let i = list.length - 1;
    while (i > 0 && (list[i] as Snapshot).time > time) i -= 1;
    const from = list[i] as Snapshot;
    const to = list[i + 1] ?? from;
    const span = to.time - from.time;
    const way = between(from.position, to.position);
    const moving = Number.isFinite(span) && span > 0 && way < Math.max(LEAP_M, span * PACE * 1.6);
    const t = moving ? Math.min(1, Math.max(0, (time - from.time) / span)) : 0;
    out.x = mix(from.position[0], to.position[0], t);
    out.y = mix(from.position[1], to.position[1], t);
    out.z = mix(from.position[2], to.position[2], t);
    out.heading = from.heading + shortestTurn(from.heading, to.heading) * t;
    out.speed = moving ? (way / span) * 1000 : 0;
  }

  /** Rarer news at once, as waiting for the next one would show; denser news over some of them. */
  private follow(spacing: number): void {
    const fit = Math.min(DELAY.most, Math.max(DELAY.least, spacing * SPACINGS + SLACK_MS));
    this.wanted = fit > this.wanted ? fit : this.wanted + (fit - this.wanted) * 0.2;
  }
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
const between = (a: Position, b: Position): number => Math.hypot(b[0] - a[0], b[2] - a[2]);

/** The turn from one heading to another, in -pi..pi. */
export function shortestTurn(from: number, to: number): number {
  const turn = (to - from) % (Math.PI * 2);
  if (turn > Math.PI) return turn - Math.PI * 2;
  return turn < -Math.PI ? turn + Math.PI * 2 : turn;
}
