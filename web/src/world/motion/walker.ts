import { shortestTurn } from '@/room/snapshots';
import type { Gesture, Position } from '@/room/words';
import { isSeated, type Spot, seatNear } from '../layout';
import { type Point, pushOut } from './collide';

const SPEED = 2.7;
const QUICKENING = 9;
const TURNING = 11;
const SEND_EVERY_MS = 100;

/** The person at this browser: walks at once, and tells the server afterwards, at most ten times a second. */
export class Walker {
  readonly at: { x: number; y: number; z: number; heading: number };
  speed = 0;
  private sentAt = 0;
  private sent: { x: number; z: number; heading: number } | null = null;

  constructor(
    start: Spot,
    private readonly tell: (position: Position, heading: number) => void,
  ) {
    this.at = { x: start.x, y: 0, z: start.z, heading: start.heading };
  }

  get seated(): boolean {
    return isSeated(this.at.x, this.at.z);
  }

  /** One frame: `want` is right and forward as the camera sees it, `yaw` where the camera looks. */
  step(want: { x: number; y: number }, yaw: number, seconds: number): void {
    const pushed = Math.hypot(want.x, want.y);
    if (pushed > 0.05) this.walk(want, yaw, pushed, seconds);
    else this.speed = 0;
  }

  /** Tells where we are, when that has changed and the last time is long enough ago. */
  report(now: number): void {
    const { x, z, heading } = this.at;
    const last = this.sent;
    const same =
      last && Math.hypot(x - last.x, z - last.z) < 0.004 && Math.abs(heading - last.heading) < 0.02;
    if (same || now - this.sentAt < SEND_EVERY_MS) return;
    this.sentAt = now;
    this.sent = { x, z, heading };
    this.tell([round(x), 0, round(z)], round(heading));
  }

  /** Makes the next report tell where we are, moved or not. */
  reportAnew(): void {
    this.sent = null;
  }

  /** Sits on the nearest free seat, or gets up from the one we sit on; null when every seat is taken. */
  sitOrStand(others: Iterable<Point>): Gesture | null {
    if (this.seated) {
      this.getUp();
      return 'stand';
    }
    const seat = seatNear(this.at.x, this.at.z, others);
    if (!seat) return null;
    this.at.x = seat.x;
    this.at.z = seat.z;
    this.at.heading = shortestTurn(0, seat.heading);
    this.speed = 0;
    return 'sit';
  }

  private walk(want: { x: number; y: number }, yaw: number, pushed: number, seconds: number): void {
    if (this.seated) this.getUp();
    const towards = Math.atan2(-want.x, want.y) + yaw;
    const turn = shortestTurn(this.at.heading, towards);
    this.at.heading = shortestTurn(0, this.at.heading + turn * Math.min(1, TURNING * seconds));
    this.speed += (SPEED * pushed - this.speed) * Math.min(1, QUICKENING * seconds);
    const before = { x: this.at.x, z: this.at.z };
    this.at.x += Math.sin(towards) * this.speed * seconds;
    this.at.z += Math.cos(towards) * this.speed * seconds;
    pushOut(this.at);
    // Against a wall the legs stand still too.
    this.speed = Math.min(this.speed, Math.hypot(this.at.x - before.x, this.at.z - before.z) / seconds);
  }

  /** One step back from the desk, into the aisle behind the seat. */
  private getUp(): void {
    this.at.x -= Math.sin(this.at.heading) * 0.45;
    this.at.z -= Math.cos(this.at.heading) * 0.45;
    pushOut(this.at);
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
