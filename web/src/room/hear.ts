import type { ServerEvents } from '@/generated/events';
import { on } from '@/lib/socket';
import * as apply from './apply';
import * as live from './applyLive';
import * as stage from './stage';
import { type RoomState, useRoom } from './store';

/** How long somebody's reaction stands in the list. */
const REACTION_MS = 5000;

const update = (change: (state: RoomState) => Partial<RoomState>): void => useRoom.setState(change);

type Ears = { [E in keyof ServerEvents]?: (payload: ServerEvents[E]) => void };

/** News that change where we stand with the room ourselves. */
export interface Doors {
  closed: () => void;
  admitted: () => void;
  refused: (refusal: string) => void;
}

/** Hears everything that is told in a room, the voice's own signals aside; returns how to stop. */
export function listen(doors: Doors): (() => void)[] {
  return [...all(PEOPLE), ...all(LESSON), ...all(VOICE), ...all(doorEars(doors))];
}

const all = (ears: Ears): (() => void)[] =>
  Object.entries(ears).map(([event, hear]) =>
    on(event as keyof ServerEvents, hear as (payload: unknown) => void),
  );

const doorEars = (doors: Doors): Ears => ({
  'classroom:closed': ({ reason }) => {
    update(() => ({ closed: reason }));
    doors.closed();
  },
  'lobby:admitted': () => doors.admitted(),
  'lobby:refused': () => doors.refused('lobby-refused'),
});

const PEOPLE: Ears = {
  'classroom:user-joined': ({ member }) => {
    if (!member) return;
    stage.addActor(member);
    update((state) => apply.joined(state, member, Date.now()));
  },
  'classroom:user-left': ({ userId }) => {
    stage.removeActor(userId);
    update((state) => apply.left(state, userId));
  },
  'classroom:hand-raised': ({ userId, raised, raisedAt }) => {
    stage.setHand(userId, raised);
    const since = raisedAt ? Date.parse(raisedAt) : Date.now();
    update((state) => apply.hand(state, userId, raised ? since : null));
  },
  'avatar:moved': (moved: ServerEvents['avatar:moved'] | ArrayBuffer) =>
    moved instanceof ArrayBuffer ? stage.moveRecords(moved) : stage.moveActors(moved.time, moved.avatars),
  'avatar:action': ({ userId, action }) => stage.gesture(userId, action),
  'reaction:shown': ({ userId, emoji }) => {
    stage.react(userId, emoji);
    update((state) => live.reacted(state, userId, emoji));
    setTimeout(
      () => update((state) => (state.reactions[userId] === emoji ? live.reacted(state, userId, null) : {})),
      REACTION_MS,
    );
  },
  'chat:message': (message) => {
    stage.say(message.userId, message.text, message.id);
    update((state) => apply.said(state, message));
  },
  'chat:deleted': ({ messageId }) => {
    stage.unsay(messageId);
    update((state) => apply.unsaid(state, messageId));
  },
  'chat:typing': ({ userId, typing }) =>
    update((state) => apply.typed(state, userId, typing ? Date.now() : null)),
};

const LESSON: Ears = {
  'quiz:started': (quiz) => update((state) => apply.quizStarted(state, quiz)),
  'quiz:closed': ({ quizId }) => update((state) => apply.quizClosed(state, quizId)),
  'quiz:user-progress': (progress) => update((state) => apply.progressed(state, progress)),
  'presentation:started': (presentation) => update(() => ({ presentation })),
  'presentation:slide-changed': (news) => update((state) => live.slideTurned(state, news)),
  'presentation:stopped': ({ presentationId }) =>
    update((state) => live.presentationEnded(state, presentationId)),
  'poll:opened': (poll) => update(() => live.pollOpened(poll)),
  'poll:counted': (counted) => update((state) => live.pollCounted(state, counted)),
  'notification:received': (notice) => update((state) => live.noted(state, notice)),
  'classroom:changed': (rules) => update((state) => live.ruled(state, rules)),
  'lobby:waiting': (person) => update((state) => live.knocked(state, person)),
  'lobby:left': ({ userId }) => update((state) => live.knockEnded(state, userId)),
};

const VOICE: Ears = {
  'voice:joined': (peer) => update((state) => live.voiceJoined(state, peer)),
  'voice:left': ({ peerId }) => update((state) => live.voiceLeft(state, peerId)),
  'voice:mute-status': (news) => update((state) => live.muteChanged(state, news)),
};
