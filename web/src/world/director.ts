import type { Group, PerspectiveCamera } from 'three';
import { shortestTurn } from '@/room/snapshots';
import { type Actor, stage, tickTime } from '@/room/stage';
import type { Gesture, Position } from '@/room/words';
import { Crowd } from './avatars/crowd';
import { Plates } from './avatars/plates';
import { newPose, strike } from './avatars/pose';
import { Reactions } from './avatars/reactions';
import { Rig } from './avatars/rig';
import { entrance, isSeated, type Spot } from './layout';
import { isFree } from './motion/collide';
import { wanted } from './motion/input';
import { View } from './motion/view';
import { Walker } from './motion/walker';
import type { Finish } from './preset';

export interface Casting {
  userId: string;
  teaches: boolean;
  finish: Finish;
  calm: boolean;
  tell: (position: Position, heading: number) => void;
}

/** Metres over the floor between camera and person. */
const TOO_NEAR = 1;
const OUT_OF_SIGHT = -20;

/** What is remembered of an actor from frame to frame, beside where they are. */
interface Part {
  actor: Actor;
  phase: number;
  walked: number;
}

/** Runs the scene: reads where everybody is, moves our own person, poses all bodies, holds the camera. */
export class Director {
  readonly walker: Walker;
  readonly view: View;
  private readonly crowd: Crowd;
  private readonly rig = new Rig();
  private readonly pose = newPose();
  private readonly plates: Plates;
  private readonly reactions: Reactions;
  private cast: Part[] = [];
  private revision = -1;
  private signs = -1;

  constructor(
    private readonly scene: Group,
    private readonly casting: Casting,
  ) {
    this.crowd = new Crowd(casting.finish);
    this.plates = new Plates(scene, casting.calm);
    this.reactions = new Reactions(casting.calm);
    scene.add(this.crowd.group, this.reactions.mesh);
    const start = startOf(stage.actors.get(casting.userId), casting.teaches);
    this.walker = new Walker(start, casting.tell);
    this.view = new View(start.heading);
  }

  frame(camera: PerspectiveCamera, seconds: number, now: number): void {
    if (this.revision !== stage.revision) this.recast();
    if (this.signs !== stage.signs) this.paintPlates();
    this.walker.step(wanted(), this.view.yaw, seconds);
    this.walker.report(now);
    this.view.step(camera, { x: this.walker.at.x, z: this.walker.at.z, seated: this.walker.seated }, seconds);
    const tick = tickTime(now);
    this.cast.forEach((part, index) => {
      this.move(part, tick, seconds);
      this.draw(part, index, now, camera);
    });
    this.crowd.commit();
    this.plates.commit();
    this.reactions.draw(stage.actors.values(), now);
  }

  /** Sits down or gets up; null when every seat is taken. */
  sitOrStand(): Gesture | null {
    const others = this.cast.filter(({ actor }) => actor.userId !== this.casting.userId);
    return this.walker.sitOrStand(others.map(({ actor }) => actor.motion));
  }

  dispose(): void {
    this.crowd.dispose();
    this.plates.dispose();
    this.reactions.dispose();
    this.scene.clear();
  }

  private recast(): void {
    this.revision = stage.revision;
    // After a new entrance the server may have put us elsewhere than where we stand.
    this.walker.reportAnew();
    const before = new Map(this.cast.map((part) => [part.actor.userId, part]));
    this.cast = [...stage.actors.values()].map((actor) => ({
      actor,
      phase: before.get(actor.userId)?.phase ?? Math.random(),
      walked: before.get(actor.userId)?.walked ?? 0,
    }));
    this.crowd.dress(this.cast.map(({ actor }) => actor.look));
    this.paintPlates();
  }

  private paintPlates(): void {
    this.signs = stage.signs;
    this.plates.paint(this.cast.map(({ actor }) => actor));
  }

  private move(part: Part, tick: number, seconds: number): void {
    const { motion, userId } = part.actor;
    const before = { x: motion.x, z: motion.z };
    const { speed } = motion;
    if (userId === this.casting.userId) Object.assign(motion, this.walker.at);
    else follow(part.actor, tick, seconds);
    motion.speed = speed;
    const step = Math.hypot(motion.x - before.x, motion.z - before.z);
    // A leap onto a chair is not a stride.
    motion.speed = step < 0.5 ? motion.speed + (step / seconds - motion.speed) * 0.35 : 0;
    part.walked += step < 0.5 ? step : 0;
  }

  private draw(part: Part, index: number, now: number, camera: PerspectiveCamera): void {
    const { actor, phase, walked } = part;
    const { x, y, z, speed } = actor.motion;
    const seated = isSeated(x, z);
    strike(this.pose, {
      time: now / 1000,
      phase,
      speed,
      walked,
      seated,
      handRaised: actor.handRaised,
      gesture: actor.gesture,
      since: (now - actor.gestureAt) / 1000,
      calm: this.casting.calm,
    });
    // Whoever stands in the camera's way is left out of the picture: a head would fill it.
    const near = Math.hypot(x - camera.position.x, z - camera.position.z) < TOO_NEAR;
    this.rig.pose({ x, y: near ? OUT_OF_SIGHT : y, z, heading: actor.motion.heading }, this.pose);
    this.crowd.place(index, this.rig, { x, z }, this.pose.blink);
    this.plates.place(index, actor, actor.userId === this.casting.userId, seated, now);
  }
}

/** Others are where their snapshots say, reached softly, so that a late packet is not a jump. */
function follow({ motion, snapshots }: Actor, tick: number, seconds: number): void {
  const { x, z, heading } = motion;
  snapshots.read(tick, motion);
  const far = Math.hypot(motion.x - x, motion.z - z) > 2;
  if (far) return;
  const ease = 1 - Math.exp(-16 * seconds);
  const [toX, toZ] = [motion.x, motion.z];
  motion.x = Math.abs(toX - x) < 0.002 ? toX : x + (toX - x) * ease;
  motion.z = Math.abs(toZ - z) < 0.002 ? toZ : z + (toZ - z) * ease;
  motion.heading = heading + shortestTurn(heading, motion.heading) * ease;
}

/** Where the server left us if one can stand there, else by the door. The very middle is where nobody has been yet. */
function startOf(actor: Actor | undefined, teaches: boolean): Spot {
  const { x = 0, z = 0, heading = 0 } = actor?.motion ?? {};
  if ((x !== 0 || z !== 0) && (isSeated(x, z) || isFree(x, z))) return { x, z, heading };
  return entrance(teaches);
}
