import { create } from 'zustand';
import type {
  AvatarData,
  ChatMessage,
  ClassroomClosed,
  LivePoll,
  LivePresentation,
  LiveQuiz,
  NotificationReceived,
  PollCounted,
  RoomRules,
  Standing,
  UserProgress,
  VoicePeer,
  WaitingPerson,
} from '@/generated/schema';
import type { Phase } from './phase';
import type { Reaction } from './words';

export interface Person {
  userId: string;
  name: string;
  standing: Standing;
  avatarData: AvatarData;
  /** When the hand went up, in milliseconds since 1970; null while it is down. First up, first in the list. */
  handSince: number | null;
}

/** What of the chat before our time has been fetched: where to go on, or that there is nothing before. */
export interface OlderChat {
  next: string | null;
}

export interface RoomState {
  phase: Phase;
  classroomId: string | null;
  title: string;
  standing: Standing;
  people: Record<string, Person>;
  chat: ChatMessage[];
  /** Null until somebody asks for older messages. */
  older: OlderChat | null;
  typing: Record<string, number>;
  quizzes: LiveQuiz[];
  /** quiz id -> user id -> how far they are. Teachers only. */
  progress: Record<string, Record<string, UserProgress>>;
  rules: RoomRules;
  /** Whose microphones are off. */
  muted: string[];
  /** Everybody in the room's voice, ourselves included. */
  voice: VoicePeer[];
  presentation: LivePresentation | null;
  poll: LivePoll | null;
  myVote: number | null;
  /** The running count, for teachers. */
  tally: PollCounted | null;
  /** The last poll that was closed, and how it went. */
  outcome: { poll: LivePoll; counted: PollCounted } | null;
  /** Who waits in the lobby. Teachers only. */
  waiting: WaitingPerson[];
  reactions: Record<string, Reaction>;
  notices: NotificationReceived[];
  refusal: string | null;
  closed: ClassroomClosed['reason'] | null;
}

export const EMPTY: RoomState = {
  phase: 'away',
  classroomId: null,
  title: '',
  standing: 'outsider',
  people: {},
  chat: [],
  older: null,
  typing: {},
  quizzes: [],
  progress: {},
  rules: { locked: false, lobby: false, muteHeld: false, spotlight: null, revision: -1 },
  muted: [],
  voice: [],
  presentation: null,
  poll: null,
  myVote: null,
  tally: null,
  outcome: null,
  waiting: [],
  reactions: {},
  notices: [],
  refusal: null,
  closed: null,
};

export const useRoom = create<RoomState>(() => EMPTY);

/** The user ids of everybody in the room's voice. */
export const talking = (state: RoomState): string[] => state.voice.map(({ userId }) => userId);
