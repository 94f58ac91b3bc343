import { type PerspectiveCamera, Vector3 } from 'three';
import { withinRoom } from './collide';
import { input } from './input';

const EYES = 1.62;
const NEAREST = 1.4;
const FARTHEST = 8;
/** Radians by which the camera rises when it has no room at all behind somebody. */
const RISE = 0.22;
/** The camera looks a little over the head, so that the board stays in the picture. */
const AHEAD = 0.22;
const PITCH = { low: -0.3, high: 1.15 } as const;

type Triple = readonly [number, number, number];

/** The camera over somebody's shoulder: dragged around, drawn near, and never through a wall. */
export class View {
  /** Where the camera looks, about the y axis; 0 looks along +z as headings do. */
  yaw: number;
  private pitch = 0.17;
  private wish = 5.2;
  private distance = 5.2;
  private readonly focus = new Vector3();
  private settled = false;

  constructor(yaw: number) {
    this.yaw = yaw;
  }

  step(camera: PerspectiveCamera, at: { x: number; z: number; seated: boolean }, seconds: number): void {
    this.yaw -= input.lookX;
    this.pitch = clamp(this.pitch + input.lookY, PITCH.low, PITCH.high);
    this.wish = clamp(this.wish * input.zoom, NEAREST, FARTHEST);
    input.lookX = input.lookY = 0;
    input.zoom = 1;
    const eyes = EYES - (at.seated ? 0.12 : 0);
    const ease = this.settled ? 1 - Math.exp(-14 * seconds) : 1;
    this.focus.x += (at.x - this.focus.x) * ease;
    this.focus.y += (eyes - this.focus.y) * ease;
    this.focus.z += (at.z - this.focus.z) * ease;
    // With a wall at the back the camera rises, to look over the head instead of at it.
    const away = this.away(this.pitch + (1 - this.free(this.away(this.pitch))) * RISE);
    const free = this.wish * this.free(away);
    // Walls push the camera in at once; it comes out again gently.
    this.distance =
      free < this.distance ? free : this.distance + (free - this.distance) * (1 - Math.exp(-5 * seconds));
    this.settled = true;
    const { x, y, z } = this.focus;
    camera.position.set(
      x + away[0] * this.distance,
      y + away[1] * this.distance,
      z + away[2] * this.distance,
    );
    camera.lookAt(x, y + AHEAD, z);
  }

  /** The way from the head to the camera, of length one. */
  private away(pitch: number): Triple {
    const flat = Math.cos(pitch);
    return [-Math.sin(this.yaw) * flat, Math.sin(pitch), -Math.cos(this.yaw) * flat];
  }

  /** How much of the wished distance there is before a wall, 0..1. */
  private free(away: Triple): number {
    const { x, y, z } = this.focus;
    return withinRoom([x, y, z], [x + away[0] * this.wish, y + away[1] * this.wish, z + away[2] * this.wish]);
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
