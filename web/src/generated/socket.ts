/** What travels over a socket: the payload of every event, in both directions, and the reply to each. */

import type { AvatarData, Standing } from './api';

export type Gesture = 'wave' | 'clap' | 'nod' | 'dance' | 'sit' | 'stand';
export type Position = [number, number, number];

export interface Accepted {
  ok: true;
}

export interface Refused {
  ok: false;
  code: string;
  message: string;
}

export interface Member {
  userId: string;
  name: string;
  standing: Standing;
  avatarData: AvatarData;
  position: Position;
  rotation: number;
  handRaised: boolean;
}

export interface ChatMessage {
  id: string;
  userId: string;
  name: string;
  text: string;
  sentAt: string;
  clientId: string | null;
}

export interface LiveQuiz {
  quizId: string;
  title: string;
  questionCount: number;
  timeLimitSeconds: number;
  tokensReward: number;
  openedAt: string;
}

export interface ClassroomEnter {
  classroomId: string;
}

export interface ClassroomEntered extends Accepted {
  classroomId: string;
  title: string;
  standing: Standing;
  members: Member[];
  chat: ChatMessage[];
  quizzes: LiveQuiz[];
  serverTime: string;
}

export type ClassroomLeave = Record<string, never>;

export interface AvatarMove {
  position: Position;
  rotation: number;
}

export interface AvatarAction {
  action: Gesture;
}

export interface ChatSay {
  text: string;
  clientId?: string | null;
}

export interface ChatSaid extends Accepted {
  message: ChatMessage;
}

export interface ChatTyping {
  typing: boolean;
}

export interface HandRaise {
  raised: boolean;
}

export interface QuizRef {
  quizId: string;
}

export interface UserJoined {
  userId: string;
  name: string;
  member: Member | null;
}

export interface UserLeft {
  userId: string;
  reason: 'left' | 'disconnected' | 'removed';
}

export interface AvatarMoved {
  userId: string;
  position: Position;
  rotation: number;
}

export interface AvatarsMoved {
  time: number;
  avatars: AvatarMoved[];
}

export interface AvatarActed {
  userId: string;
  action: Gesture;
}

export interface Typing {
  userId: string;
  typing: boolean;
}

export interface HandRaised {
  userId: string;
  raised: boolean;
}

export interface QuizClosed {
  quizId: string;
}

export interface QuizProgress {
  quizId: string;
  answered: number;
  questionCount: number;
}

export interface QuizProgressed extends Accepted {
  progress: QuizProgress;
}

export interface UserProgress {
  quizId: string;
  userId: string;
  name: string;
  answered: number;
  questionCount: number;
  state: 'open' | 'submitted';
  score: number | null;
}

export interface ClassroomClosed {
  classroomId: string;
  reason: 'archived' | 'removed';
}

/** Event -> [payload, reply]. */
export interface ClientEvents {
  'classroom:join': [ClassroomEnter, ClassroomEntered];
  'classroom:leave': [ClassroomLeave, Accepted];
  'avatar:move': [AvatarMove, Accepted];
  'avatar:action': [AvatarAction, Accepted];
  'chat:message': [ChatSay, ChatSaid];
  'chat:typing': [ChatTyping, Accepted];
  'classroom:hand-raise': [HandRaise, Accepted];
  'quiz:start': [QuizRef, Accepted];
  'quiz:close': [QuizRef, Accepted];
  'quiz:progress': [QuizRef, QuizProgressed];
}

/** Event -> payload. */
export interface ServerEvents {
  'classroom:user-joined': UserJoined;
  'classroom:user-left': UserLeft;
  'classroom:hand-raised': HandRaised;
  'classroom:closed': ClassroomClosed;
  'avatar:moved': AvatarsMoved;
  'avatar:action': AvatarActed;
  'chat:message': ChatMessage;
  'chat:typing': Typing;
  'quiz:started': LiveQuiz;
  'quiz:closed': QuizClosed;
  'quiz:user-progress': UserProgress;
}
