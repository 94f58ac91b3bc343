import type { Gesture } from '@/room/words';

/** How a body holds itself at one moment, in radians and metres. All zero is standing straight. */
export interface Pose {
  rise: number;
  lean: number;
  sway: number;
  turn: number;
  headPitch: number;
  headTurn: number;
  headTilt: number;
  armLeft: number;
  armRight: number;
  spreadLeft: number;
  spreadRight: number;
  legLeft: number;
  legRight: number;
  blink: boolean;
}

export interface Moment {
  /** Seconds; any start. */
  time: number;
  /** A number of the person's own, so that nobody breathes in step. */
  phase: number;
  /** Metres a second. */
  speed: number;
  /** How far somebody has walked, in metres: steps follow the ground, not the clock. */
  walked: number;
  seated: boolean;
  handRaised: boolean;
  gesture: Gesture | null;
  /** Seconds since the gesture began. */
  since: number;
  /** Without big movements, for people who asked for that. */
  calm: boolean;
}

/** How long each gesture lasts, in seconds; sitting and standing are not gestures to be played. */
export const GESTURE_SECONDS: Record<Gesture, number> = {
  wave: 2.4,
  clap: 2.4,
  nod: 1.6,
  dance: 5,
  sit: 0,
  stand: 0,
};

const STRIDE = 5.2;
const SEAT_DROP = -0.02;

export function newPose(): Pose {
  return {
    rise: 0,
    lean: 0,
    sway: 0,
    turn: 0,
    headPitch: 0,
    headTurn: 0,
    headTilt: 0,
    armLeft: 0,
    armRight: 0,
    spreadLeft: 0,
    spreadRight: 0,
    legLeft: 0,
    legRight: 0,
    blink: false,
  };
}

/** The pose of a moment, written into `pose`. Pure: everything it depends on is in `moment`. */
export function strike(pose: Pose, moment: Moment): void {
  const { time, phase } = moment;
  const breath = Math.sin(time * 1.7 + phase * 7);
  pose.rise = breath * 0.006;
  pose.lean = 0;
  pose.sway = 0;
  pose.turn = 0;
  pose.headPitch = breath * 0.015;
  pose.headTurn = Math.sin(time * 0.43 + phase * 11) * 0.16;
  pose.headTilt = Math.sin(time * 0.31 + phase * 5) * 0.05;
  pose.armLeft = 0.05;
  pose.armRight = 0.05;
  pose.spreadLeft = pose.spreadRight = 0.2 + breath * 0.02;
  pose.legLeft = pose.legRight = 0;
  pose.blink = (time * 0.9 + phase * 3) % 3.7 < 0.12;
  if (moment.seated) sit(pose);
  else if (moment.speed > 0.1) walk(pose, moment);
  if (moment.gesture && moment.since < GESTURE_SECONDS[moment.gesture]) gesture(pose, moment, moment.gesture);
  if (moment.handRaised) {
    pose.armRight = -2.95 + breath * 0.06;
    pose.spreadRight = 0.22;
  }
}

function sit(pose: Pose): void {
  pose.rise += SEAT_DROP;
  pose.legLeft = pose.legRight = -1.45;
  pose.armLeft = pose.armRight = -0.75;
  pose.spreadLeft = pose.spreadRight = 0.06;
  pose.lean = 0.04;
}

function walk(pose: Pose, { walked, speed }: Moment): void {
  const strength = Math.min(1, speed / 2.2);
  const swing = Math.sin(walked * STRIDE) * 0.75 * strength;
  pose.legLeft = swing;
  pose.legRight = -swing;
  pose.armLeft = -swing * 0.85;
  pose.armRight = swing * 0.85;
  pose.rise = Math.abs(Math.cos(walked * STRIDE)) * 0.045 * strength;
  pose.sway = Math.sin(walked * STRIDE) * 0.045 * strength;
  pose.lean = 0.08 * strength;
  pose.headTurn *= 0.3;
}

function gesture(pose: Pose, { since, calm }: Moment, which: Gesture): void {
  const left = GESTURE_SECONDS[which] - since;
  const ease = Math.min(1, since * 6, left * 5);
  const beat = calm ? 0.35 : 1;
  switch (which) {
    case 'wave':
      pose.armRight = mix(pose.armRight, -2.75, ease);
      pose.spreadRight = mix(pose.spreadRight, 0.42 + Math.sin(since * 11) * 0.34 * beat, ease);
      pose.headTilt += 0.1 * ease;
      break;
    case 'clap': {
      const open = (0.5 + Math.sin(since * 15) * 0.5) * beat;
      pose.armLeft = pose.armRight = mix(pose.armRight, -1.35, ease);
      pose.spreadLeft = pose.spreadRight = mix(pose.spreadRight, -0.5 + open * 0.36, ease);
      break;
    }
    case 'nod':
      pose.headPitch += Math.sin(since * 8.5) * 0.26 * ease * (calm ? 0.7 : 1);
      break;
    case 'dance':
      pose.rise += Math.abs(Math.sin(since * 6)) * 0.09 * ease * beat;
      pose.turn += Math.sin(since * 3) * 0.5 * ease * beat;
      pose.sway += Math.sin(since * 6) * 0.12 * ease * beat;
      pose.armLeft = mix(pose.armLeft, -1.7 + Math.sin(since * 6) * 0.8 * beat, ease);
      pose.armRight = mix(pose.armRight, -1.7 - Math.sin(since * 6) * 0.8 * beat, ease);
      pose.spreadLeft = pose.spreadRight = mix(0.2, 0.75, ease);
      pose.legLeft += Math.sin(since * 6) * 0.28 * ease * beat;
      pose.legRight -= Math.sin(since * 6) * 0.28 * ease * beat;
      break;
    case 'sit':
    case 'stand':
      break;
  }
}

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;
