// Made from the server by `uv run python -m scripts.web types`. Not to be edited.

import type { Accepted, AvatarActed, AvatarAction, AvatarMove, AvatarsMoved, ChatMessage, ChatSaid, ChatSay, ChatTyping, ClassroomClosed, ClassroomEnter, ClassroomEntered, ClassroomLeave, HandRaise, HandRaised, LiveQuiz, QuizClosed, QuizProgressed, QuizRef, Typing, UserJoined, UserLeft, UserProgress } from './schema';

/** Event -> what the client sends, and the reply when it is carried out. */
export interface ClientEvents {
  'avatar:action': { payload: AvatarAction; reply: Accepted };
  'avatar:move': { payload: AvatarMove; reply: Accepted };
  'chat:message': { payload: ChatSay; reply: ChatSaid };
  'chat:typing': { payload: ChatTyping; reply: Accepted };
  'classroom:hand-raise': { payload: HandRaise; reply: Accepted };
  'classroom:join': { payload: ClassroomEnter; reply: ClassroomEntered };
  'classroom:leave': { payload: ClassroomLeave; reply: Accepted };
  'quiz:close': { payload: QuizRef; reply: Accepted };
  'quiz:progress': { payload: QuizRef; reply: QuizProgressed };
  'quiz:start': { payload: QuizRef; reply: Accepted };
}

/** Event -> what the server sends. */
export interface ServerEvents {
  'avatar:action': AvatarActed;
  'avatar:moved': AvatarsMoved;
  'chat:message': ChatMessage;
  'chat:typing': Typing;
  'classroom:closed': ClassroomClosed;
  'classroom:hand-raised': HandRaised;
  'classroom:user-joined': UserJoined;
  'classroom:user-left': UserLeft;
  'quiz:closed': QuizClosed;
  'quiz:started': LiveQuiz;
  'quiz:user-progress': UserProgress;
}
