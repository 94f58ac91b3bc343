import type { AvatarData, AvatarMoved, Member, Standing } from '@/generated/schema';
import { decodeRecords } from './records';
import { type Motion, Snapshots } from './snapshots';
import type { Gesture, Position, Reaction } from './words';

/** Somebody to be drawn. Read and written every frame, so nothing of it is ever React state. */
export interface Actor {
  readonly userId: string;
  /** Who this is in the records of `avatar:moved`, for this stay. */
  handle: number;
  name: string;
  look: AvatarData;
  standing: Standing;
  handRaised: boolean;
  /** Shown on the name plate. */
  muted: boolean;
  spotlit: boolean;
  /** Whether they are in the room's voice, and how loud they are just now, 0..1. */
  talks: boolean;
  loudness: number;
  readonly snapshots: Snapshots;
  readonly motion: Motion;
  gesture: Gesture | null;
  /** `performance.now()` when the gesture began. */
  gestureAt: number;
  speech: string;
  speechId: string;
  speechAt: number;
  reaction: Reaction | null;
  reactionAt: number;
}

/** Everybody in the room as the 3D world sees them: the slow facts come from the room store, the fast ones from moves. */
export const stage = {
  actors: new Map<string, Actor>(),
  handles: new Map<number, Actor>(),
  /** Grows whenever people or their looks change, so that the crowd knows when to rebuild its parts. */
  revision: 0,
  /** Grows whenever a name plate has to say something else. */
  signs: 0,
  /** The server's tick clock minus `performance.now()`: smoothed, because packets do not arrive evenly. */
  tickOffset: null as number | null,
};

export function setActors(members: Member[]): void {
  const known = new Map(stage.actors);
  clearActors();
  for (const member of members) {
    const actor = known.get(member.userId) ?? newActor(member);
    actor.handle = member.handle;
    actor.name = member.name;
    actor.look = member.avatarData;
    actor.standing = member.standing;
    actor.handRaised = member.handRaised;
    place(actor);
  }
  stage.tickOffset = null;
}

export function addActor(member: Member): void {
  removeActor(member.userId);
  place(newActor(member));
  stage.revision += 1;
}

export function removeActor(userId: string): void {
  const actor = stage.actors.get(userId);
  if (!actor) return;
  stage.actors.delete(userId);
  stage.handles.delete(actor.handle);
  stage.revision += 1;
}

export function clearActors(): void {
  stage.actors.clear();
  stage.handles.clear();
  stage.revision += 1;
}

/** Makes the world look anew at everything slow, and our own person tell again where they stand. */
export const refresh = (): void => {
  stage.revision += 1;
};

export function moveActors(time: number, moves: AvatarMoved[], now = performance.now()): void {
  hearTick(time, now);
  for (const move of moves) stage.actors.get(move.userId)?.snapshots.push(time, move.position, move.rotation);
}

/** The same out of records. Those of people we have not heard of, or no longer, are left out. */
export function moveRecords(attachment: ArrayBuffer, now = performance.now()): void {
  const { time, records } = decodeRecords(attachment);
  if (records.length === 0) return;
  hearTick(time, now);
  for (const record of records)
    stage.handles.get(record.handle)?.snapshots.push(time, record.position, record.rotation);
}

function hearTick(time: number, now: number): void {
  const offset = time - now;
  const known = stage.tickOffset;
  stage.tickOffset =
    known === null || Math.abs(offset - known) > 1000 ? offset : known + (offset - known) * 0.05;
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

export function say(userId: string, text: string, messageId: string, now = performance.now()): void {
  const actor = stage.actors.get(userId);
  if (actor) Object.assign(actor, { speech: text, speechId: messageId, speechAt: now });
}

/** Takes back what somebody said, if it is still over their head. */
export function unsay(messageId: string): void {
  for (const actor of stage.actors.values())
    if (actor.speechId === messageId) actor.speechAt = Number.NEGATIVE_INFINITY;
}

export function react(userId: string, reaction: Reaction, now = performance.now()): void {
  const actor = stage.actors.get(userId);
  if (actor) Object.assign(actor, { reaction, reactionAt: now });
}

/** What name plates say beside the name. */
export function mark(marks: { muted: string[]; spotlight: string | null; talking: string[] }): void {
  let changed = false;
  for (const actor of stage.actors.values()) {
    const talks = marks.talking.includes(actor.userId);
    const muted = marks.muted.includes(actor.userId);
    const spotlit = marks.spotlight === actor.userId;
    changed ||= actor.muted !== muted || actor.spotlit !== spotlit || actor.talks !== talks;
    Object.assign(actor, { muted, spotlit, talks });
  }
  if (changed) stage.signs += 1;
}

/** What the server's tick clock says now. */
export const tickTime = (now: number): number => now + (stage.tickOffset ?? 0);

export const positionOf = (userId: string): Position | null => {
  const motion = stage.actors.get(userId)?.motion;
  return motion ? [motion.x, motion.y, motion.z] : null;
};

function place(actor: Actor): void {
  stage.actors.set(actor.userId, actor);
  stage.handles.set(actor.handle, actor);
}

function newActor(member: Member): Actor {
  const [x, y, z] = member.position;
  return {
    userId: member.userId,
    handle: member.handle,
    name: member.name,
    look: member.avatarData,
    standing: member.standing,
    handRaised: member.handRaised,
    muted: false,
    spotlit: false,
    talks: false,
    loudness: 0,
    snapshots: new Snapshots(member.position, member.rotation),
    motion: { x, y, z, heading: member.rotation, speed: 0 },
    gesture: null,
    gestureAt: 0,
    speech: '',
    speechId: '',
    speechAt: Number.NEGATIVE_INFINITY,
    reaction: null,
    reactionAt: Number.NEGATIVE_INFINITY,
  };
}
