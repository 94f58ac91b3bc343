import type { ChatMessage, ClassroomEntered, LiveQuiz, Member, UserProgress } from '@/generated/schema';
import { taken } from './applyLive';
import type { Person, RoomState } from './store';

/** What the server says, applied to what we hold. Pure: the caller brings the time. */

/** More than anyone scrolls back through in a lesson; older messages are dropped, unless they were asked for. */
const CHAT_KEPT = 300;

const person = (member: Member, handSince: number | null): Person => ({
  userId: member.userId,
  name: member.name,
  standing: member.standing,
  avatarData: member.avatarData,
  handSince,
});

export function entered(state: RoomState, reply: ClassroomEntered): Partial<RoomState> {
  const hands = new Map(reply.live.hands.map(({ userId, raisedAt }) => [userId, Date.parse(raisedAt)]));
  const people = reply.members.map((member) => person(member, hands.get(member.userId) ?? null));
  return {
    title: reply.title,
    standing: reply.standing,
    people: Object.fromEntries(people.map((one) => [one.userId, one])),
    chat: mergeChat(before(state.chat, reply.chat), reply.chat),
    typing: {},
    quizzes: reply.quizzes,
    refusal: null,
    ...taken(state, reply.live),
  };
}

/** What we hold of the time before the messages of the reply. What it leaves out since then was deleted. */
const before = (known: ChatMessage[], newest: ChatMessage[]): ChatMessage[] => {
  const from = newest[0]?.sentAt;
  return from === undefined ? known : known.filter((message) => message.sentAt < from);
};

export const joined = (state: RoomState, member: Member, now: number): Partial<RoomState> => ({
  people: { ...state.people, [member.userId]: person(member, member.handRaised ? now : null) },
});

export function left(state: RoomState, userId: string): Partial<RoomState> {
  const { [userId]: _gone, ...people } = state.people;
  const voice = state.voice.filter((peer) => peer.userId !== userId);
  return { people, voice, ...typed(state, userId, null) };
}

export function hand(state: RoomState, userId: string, since: number | null): Partial<RoomState> {
  const known = state.people[userId];
  if (!known) return {};
  return { people: { ...state.people, [userId]: { ...known, handSince: since } } };
}

export const said = (state: RoomState, message: ChatMessage): Partial<RoomState> => ({
  chat: mergeChat(state.chat, [message], state.older ? Number.POSITIVE_INFINITY : CHAT_KEPT),
  ...typed(state, message.userId, null),
});

export const unsaid = (state: RoomState, messageId: string): Partial<RoomState> => ({
  chat: state.chat.filter((message) => message.id !== messageId),
});

/** A page of what was said before; `next` is where the one before that begins. */
export const remembered = (
  state: RoomState,
  page: ChatMessage[],
  next: string | null,
): Partial<RoomState> => ({
  chat: mergeChat(state.chat, page, Number.POSITIVE_INFINITY),
  older: { next },
});

export function typed(state: RoomState, userId: string, since: number | null): Pick<RoomState, 'typing'> {
  const { [userId]: _stopped, ...typing } = state.typing;
  return { typing: since === null ? typing : { ...typing, [userId]: since } };
}

export const quizStarted = (state: RoomState, quiz: LiveQuiz): Partial<RoomState> => ({
  quizzes: [...state.quizzes.filter((known) => known.quizId !== quiz.quizId), quiz],
});

export const quizClosed = (state: RoomState, quizId: string): Partial<RoomState> => ({
  quizzes: state.quizzes.filter((quiz) => quiz.quizId !== quizId),
});

export const progressed = (state: RoomState, step: UserProgress): Partial<RoomState> => ({
  progress: { ...state.progress, [step.quizId]: { ...state.progress[step.quizId], [step.userId]: step } },
});

/** The two lists as one: no message twice, oldest first. */
export function mergeChat(known: ChatMessage[], news: ChatMessage[], most = CHAT_KEPT): ChatMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of news) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.sentAt.localeCompare(b.sentAt)).slice(-most);
}
