import type { AvatarData, AvatarMoved, Member, Standing } from '@/generated/schema';
import { DELAY_MS, type Motion, Snapshots } from './snapshots';
import type { Gesture } from './words';

/** Somebody to be drawn. Read and written every frame, so nothing of it is ever React state. */
export interface Actor {
  readonly userId: string;
  name: string;
  look: AvatarData;
  standing: Standing;
  handRaised: boolean;
  readonly snapshots: Snapshots;
  readonly motion: Motion;
  gesture: Gesture | null;
  /** `performance.now()` when the gesture began. */
  gestureAt: number;
  speech: string;
  speechAt: number;
}

/** Everybody in the room as the 3D world sees them: the slow facts come from the room store, the fast ones from moves. */
export const stage = {
  actors: new Map<string, Actor>(),
  /** Grows whenever people or their looks change, so that the crowd knows when to rebuild its parts. */
  revision: 0,
  /** The server's tick clock minus `performance.now()`: smoothed, because packets do not arrive evenly. */
  tickOffset: null as number | null,
};

export function setActors(members: Member[]): void {
  const known = new Map(stage.actors);
  stage.actors.clear();
  for (const member of members) {
    const actor = known.get(member.userId) ?? newActor(member);
    actor.name = member.name;
    actor.look = member.avatarData;
    actor.standing = member.standing;
    actor.handRaised = member.handRaised;
    stage.actors.set(member.userId, actor);
  }
  stage.tickOffset = null;
  stage.revision += 1;
}

export function addActor(member: Member): void {
  stage.actors.set(member.userId, newActor(member));
  stage.revision += 1;
}

export function removeActor(userId: string): void {
  if (stage.actors.delete(userId)) stage.revision += 1;
}

export function clearActors(): void {
  stage.actors.clear();
  stage.revision += 1;
}

export function moveActors(time: number, moves: AvatarMoved[], now = performance.now()): void {
  const offset = time - now;
  const known = stage.tickOffset;
  stage.tickOffset =
    known === null || Math.abs(offset - known) > 1000 ? offset : known + (offset - known) * 0.05;
  for (const move of moves) stage.actors.get(move.userId)?.snapshots.push(time, move.position, move.rotation);
}

export function gesture(userId: string, action: Gesture, now = performance.now()): void {
  const actor = stage.actors.get(userId);
  if (!actor) return;
  actor.gesture = action;
  actor.gestureAt = now;
}

export function setHand(userId: string, raised: boolean): void {
  const actor = stage.actors.get(userId);
  if (actor) actor.handRaised = raised;
}

export function say(userId: string, text: string, now = performance.now()): void {
  const actor = stage.actors.get(userId);
  if (!actor) return;
  actor.speech = text;
  actor.speechAt = now;
}

/** The moment of the server's tick clock that is to be drawn now. */
export const drawnTime = (now: number): number => now + (stage.tickOffset ?? 0) - DELAY_MS;

function newActor(member: Member): Actor {
  const [x, y, z] = member.position;
  return {
    userId: member.userId,
    name: member.name,
    look: member.avatarData,
    standing: member.standing,
    handRaised: member.handRaised,
    snapshots: new Snapshots(member.position, member.rotation),
    motion: { x, y, z, heading: member.rotation, speed: 0 },
    gesture: null,
    gestureAt: 0,
    speech: '',
    speechAt: Number.NEGATIVE_INFINITY,
  };
}
