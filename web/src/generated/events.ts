// Made from the server by `uv run python -m scripts.web types`. Not to be edited.

import type { Accepted, AvatarActed, AvatarAction, AvatarMove, AvatarsMoved, ChatDelete, ChatDeleted, ChatMessage, ChatSaid, ChatSay, ChatTyping, ClassroomClosed, ClassroomEnter, ClassroomEntered, ClassroomLeave, HandRaise, HandRaised, LivePoll, LivePresentation, LiveQuiz, LobbyAdmitted, LobbyLeft, LobbyRefused, NoFields, NotificationReceived, NotificationSend, PollCounted, PollOpen, PollVote, PresentationStart, PresentationStopped, QuizClosed, QuizDeadlineMoved, QuizProgressed, QuizRef, ReactionSend, ReactionShown, RoomRules, SlideChange, SlideChanged, SpotlightSet, Switch, Typing, UnreadChanged, UserJoined, UserLeft, UserProgress, UserRef, VoiceAnswered, VoiceCandidate, VoiceDescription, VoiceJoined, VoiceLeft, VoiceModeChanged, VoiceMute, VoiceMuted, VoiceOffered, VoicePeer, VoiceRouteFound, WaitingPerson } from './schema';

/** Event -> what the client sends, and the reply when it is carried out. */
export interface ClientEvents {
  'avatar:action': { payload: AvatarAction; reply: Accepted };
  'avatar:move': { payload: AvatarMove; reply: Accepted };
  'chat:delete': { payload: ChatDelete; reply: Accepted };
  'chat:message': { payload: ChatSay; reply: ChatSaid };
  'chat:typing': { payload: ChatTyping; reply: Accepted };
  'classroom:hand-raise': { payload: HandRaise; reply: Accepted };
  'classroom:join': { payload: ClassroomEnter; reply: ClassroomEntered };
  'classroom:leave': { payload: ClassroomLeave; reply: Accepted };
  'lobby:admit': { payload: UserRef; reply: Accepted };
  'lobby:refuse': { payload: UserRef; reply: Accepted };
  'moderation:ban': { payload: UserRef; reply: Accepted };
  'moderation:hold-mute': { payload: Switch; reply: Accepted };
  'moderation:kick': { payload: UserRef; reply: Accepted };
  'moderation:lobby': { payload: Switch; reply: Accepted };
  'moderation:lock': { payload: Switch; reply: Accepted };
  'moderation:mute': { payload: UserRef; reply: Accepted };
  'moderation:mute-all': { payload: NoFields; reply: Accepted };
  'notification:send': { payload: NotificationSend; reply: Accepted };
  'poll:close': { payload: NoFields; reply: Accepted };
  'poll:open': { payload: PollOpen; reply: Accepted };
  'poll:vote': { payload: PollVote; reply: Accepted };
  'presentation:slide-change': { payload: SlideChange; reply: Accepted };
  'presentation:start': { payload: PresentationStart; reply: Accepted };
  'presentation:stop': { payload: NoFields; reply: Accepted };
  'quiz:close': { payload: QuizRef; reply: Accepted };
  'quiz:progress': { payload: QuizRef; reply: QuizProgressed };
  'quiz:start': { payload: QuizRef; reply: Accepted };
  'reaction:send': { payload: ReactionSend; reply: Accepted };
  'spotlight:set': { payload: SpotlightSet; reply: Accepted };
  'voice:answer': { payload: VoiceDescription; reply: Accepted };
  'voice:ice-candidate': { payload: VoiceCandidate; reply: Accepted };
  'voice:join': { payload: NoFields; reply: VoiceJoined };
  'voice:leave': { payload: NoFields; reply: Accepted };
  'voice:mute-status': { payload: VoiceMute; reply: Accepted };
  'voice:offer': { payload: VoiceDescription; reply: Accepted };
}

/** Event -> what the server sends. */
export interface ServerEvents {
  'avatar:action': AvatarActed;
  'avatar:moved': AvatarsMoved;
  'chat:deleted': ChatDeleted;
  'chat:message': ChatMessage;
  'chat:typing': Typing;
  'classroom:changed': RoomRules;
  'classroom:closed': ClassroomClosed;
  'classroom:hand-raised': HandRaised;
  'classroom:user-joined': UserJoined;
  'classroom:user-left': UserLeft;
  'lobby:admitted': LobbyAdmitted;
  'lobby:left': LobbyLeft;
  'lobby:refused': LobbyRefused;
  'lobby:waiting': WaitingPerson;
  'notification:received': NotificationReceived;
  'notification:unread': UnreadChanged;
  'poll:counted': PollCounted;
  'poll:opened': LivePoll;
  'presentation:slide-changed': SlideChanged;
  'presentation:started': LivePresentation;
  'presentation:stopped': PresentationStopped;
  'quiz:closed': QuizClosed;
  'quiz:deadline-moved': QuizDeadlineMoved;
  'quiz:started': LiveQuiz;
  'quiz:user-progress': UserProgress;
  'reaction:shown': ReactionShown;
  'voice:answer': VoiceAnswered;
  'voice:ice-candidate': VoiceRouteFound;
  'voice:joined': VoicePeer;
  'voice:left': VoiceLeft;
  'voice:mode-changed': VoiceModeChanged;
  'voice:mute-status': VoiceMuted;
  'voice:offer': VoiceOffered;
}
