import type {
  LivePoll,
  LiveState,
  NotificationReceived,
  PollCounted,
  RoomRules,
  SlideChanged,
  VoiceMuted,
  VoicePeer,
  WaitingPerson,
} from '@/generated/schema';
import type { RoomState } from './store';
import type { Reaction } from './words';

/** News of the running lesson, applied to what we hold. Pure. */

/** More notes than this at once would hide the room. */
const NOTICES_KEPT = 3;

/** What stands when we come in; the outcome of a poll that was closed before is kept. */
export const taken = (state: RoomState, live: LiveState): Partial<RoomState> => ({
  rules: live.rules,
  muted: live.muted,
  voice: live.voice,
  presentation: live.presentation,
  poll: live.poll,
  myVote: live.myVote,
  tally: live.tally,
  outcome: live.poll ? null : state.outcome,
  waiting: live.waiting,
});

/** The whole of the rules; news that were overtaken by newer ones are not news. */
export const ruled = (state: RoomState, rules: RoomRules): Partial<RoomState> =>
  rules.revision > state.rules.revision ? { rules } : {};

export function slideTurned(state: RoomState, news: SlideChanged): Partial<RoomState> {
  const shown = state.presentation;
  if (shown?.presentationId !== news.presentationId || news.revision <= shown.revision) return {};
  return { presentation: { ...shown, index: news.index, revision: news.revision } };
}

export const presentationEnded = (state: RoomState, presentationId: string): Partial<RoomState> =>
  state.presentation?.presentationId === presentationId ? { presentation: null } : {};

export const pollOpened = (poll: LivePoll): Partial<RoomState> => ({
  poll,
  myVote: null,
  tally: { pollId: poll.pollId, counts: poll.options.map(() => 0), voters: 0, open: true },
  outcome: null,
});

export function pollCounted(state: RoomState, counted: PollCounted): Partial<RoomState> {
  if (state.poll?.pollId !== counted.pollId) return {};
  if (counted.open) return { tally: counted };
  return { poll: null, tally: null, outcome: { poll: state.poll, counted } };
}

export function muteChanged(state: RoomState, { userIds, muted }: VoiceMuted): Partial<RoomState> {
  const others = state.muted.filter((userId) => !userIds.includes(userId));
  return { muted: muted ? [...others, ...userIds] : others };
}

export const voiceJoined = (state: RoomState, peer: VoicePeer): Partial<RoomState> => ({
  voice: [...state.voice.filter(({ peerId }) => peerId !== peer.peerId), peer],
});

export const voiceLeft = (state: RoomState, peerId: string): Partial<RoomState> => ({
  voice: state.voice.filter((peer) => peer.peerId !== peerId),
});

export const knocked = (state: RoomState, person: WaitingPerson): Partial<RoomState> => ({
  waiting: [...state.waiting.filter(({ userId }) => userId !== person.userId), person],
});

export const knockEnded = (state: RoomState, userId: string): Partial<RoomState> => ({
  waiting: state.waiting.filter((person) => person.userId !== userId),
});

export function reacted(state: RoomState, userId: string, reaction: Reaction | null): Partial<RoomState> {
  const { [userId]: _before, ...reactions } = state.reactions;
  return { reactions: reaction ? { ...reactions, [userId]: reaction } : reactions };
}

export const noted = (state: RoomState, notice: NotificationReceived): Partial<RoomState> => ({
  notices: [...state.notices.filter(({ id }) => id !== notice.id), notice].slice(-NOTICES_KEPT),
});

export const noteRead = (state: RoomState, id: string): Partial<RoomState> => ({
  notices: state.notices.filter((notice) => notice.id !== id),
});
