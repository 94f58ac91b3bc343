import type { ChatMessage, ClassroomEntered, LiveQuiz, Member, UserProgress } from '@/generated/schema';
import type { Person, RoomState } from './store';

/** What the server says, applied to what we hold. Pure: the caller brings the time. */

/** More than anyone scrolls back through in a lesson; older messages are dropped. */
const CHAT_KEPT = 300;

const person = (member: Member, now: number): Person => ({
  userId: member.userId,
  name: member.name,
  standing: member.standing,
  avatarData: member.avatarData,
  handSince: member.handRaised ? now : null,
});

export function entered(state: RoomState, reply: ClassroomEntered, now: number): Partial<RoomState> {
  const people = Object.fromEntries(reply.members.map((member) => [member.userId, person(member, now)]));
  for (const before of Object.values(state.people)) {
    const after = people[before.userId];
    if (after?.handSince && before.handSince) after.handSince = before.handSince;
  }
  return {
    title: reply.title,
    standing: reply.standing,
    people,
    chat: mergeChat(state.chat, reply.chat),
    typing: {},
    quizzes: reply.quizzes,
    refusal: null,
  };
}

export const joined = (state: RoomState, member: Member, now: number): Partial<RoomState> => ({
  people: { ...state.people, [member.userId]: person(member, now) },
});

export function left(state: RoomState, userId: string): Partial<RoomState> {
  const { [userId]: _gone, ...people } = state.people;
  return { people, ...typed(state, userId, null) };
}

export function hand(state: RoomState, userId: string, raised: boolean, now: number): Partial<RoomState> {
  const known = state.people[userId];
  if (!known) return {};
  return { people: { ...state.people, [userId]: { ...known, handSince: raised ? now : null } } };
}

export const said = (state: RoomState, message: ChatMessage): Partial<RoomState> => ({
  chat: mergeChat(state.chat, [message]),
  ...typed(state, message.userId, null),
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
export function mergeChat(known: ChatMessage[], news: ChatMessage[]): ChatMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of news) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.sentAt.localeCompare(b.sentAt)).slice(-CHAT_KEPT);
}
