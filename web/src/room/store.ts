import { create } from 'zustand';
import type {
  AvatarData,
  ChatMessage,
  ClassroomClosed,
  LiveQuiz,
  Standing,
  UserProgress,
} from '@/generated/schema';
import type { Phase } from './phase';

export interface Person {
  userId: string;
  name: string;
  standing: Standing;
  avatarData: AvatarData;
  /** When the hand went up by this browser's clock; null while it is down. First up, first in the list. */
  handSince: number | null;
}

export interface RoomState {
  phase: Phase;
  classroomId: string | null;
  title: string;
  standing: Standing;
  people: Record<string, Person>;
  chat: ChatMessage[];
  typing: Record<string, number>;
  quizzes: LiveQuiz[];
  /** quiz id -> user id -> how far they are. Teachers only. */
  progress: Record<string, Record<string, UserProgress>>;
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
  typing: {},
  quizzes: [],
  progress: {},
  refusal: null,
  closed: null,
};

export const useRoom = create<RoomState>(() => EMPTY);
