"""Which event carries what."""

from collections.abc import Mapping

from eduverse.kernel.structs import Input, NoFields, Struct
from eduverse.vocabulary.messages.avatars import AvatarActed, AvatarAction, AvatarMove, AvatarsMoved
from eduverse.vocabulary.messages.basics import Accepted
from eduverse.vocabulary.messages.chat import (
    ChatDelete,
    ChatDeleted,
    ChatMessage,
    ChatSaid,
    ChatSay,
    ChatTyping,
    Typing,
)
from eduverse.vocabulary.messages.moderation import (
    LobbyAdmitted,
    LobbyLeft,
    LobbyRefused,
    NotificationReceived,
    NotificationSend,
    RoomRules,
    SpotlightSet,
    Switch,
    UserRef,
    WaitingPerson,
)
from eduverse.vocabulary.messages.notifications import UnreadChanged
from eduverse.vocabulary.messages.polls import LivePoll, PollCounted, PollOpen, PollVote
from eduverse.vocabulary.messages.presentations import (
    LivePresentation,
    PresentationStart,
    PresentationStopped,
    SlideChange,
    SlideChanged,
)
from eduverse.vocabulary.messages.quizzes import (
    LiveQuiz,
    QuizClosed,
    QuizDeadlineMoved,
    QuizProgressed,
    QuizRef,
    UserProgress,
)
from eduverse.vocabulary.messages.rooms import (
    ClassroomClosed,
    ClassroomEnter,
    ClassroomEntered,
    ClassroomLeave,
    UserJoined,
    UserLeft,
)
from eduverse.vocabulary.messages.signs import HandRaise, HandRaised, ReactionSend, ReactionShown
from eduverse.vocabulary.messages.voice import (
    VoiceAnswered,
    VoiceCandidate,
    VoiceDescription,
    VoiceJoined,
    VoiceLeft,
    VoiceModeChanged,
    VoiceMute,
    VoiceMuted,
    VoiceOffered,
    VoicePeer,
    VoiceRouteFound,
)

__all__ = ["CLIENT_EVENTS", "SERVER_EVENTS", "VOLATILE_EVENTS"]

CLIENT_EVENTS: Mapping[str, tuple[type[Input], type[Accepted]]] = {
    "classroom:join": (ClassroomEnter, ClassroomEntered),
    "classroom:leave": (ClassroomLeave, Accepted),
    "classroom:hand-raise": (HandRaise, Accepted),
    "avatar:move": (AvatarMove, Accepted),
    "avatar:action": (AvatarAction, Accepted),
    "chat:message": (ChatSay, ChatSaid),
    "chat:typing": (ChatTyping, Accepted),
    "chat:delete": (ChatDelete, Accepted),
    "reaction:send": (ReactionSend, Accepted),
    "quiz:start": (QuizRef, Accepted),
    "quiz:close": (QuizRef, Accepted),
    "quiz:progress": (QuizRef, QuizProgressed),
    "poll:open": (PollOpen, Accepted),
    "poll:vote": (PollVote, Accepted),
    "poll:close": (NoFields, Accepted),
    "presentation:start": (PresentationStart, Accepted),
    "presentation:slide-change": (SlideChange, Accepted),
    "presentation:stop": (NoFields, Accepted),
    "moderation:mute": (UserRef, Accepted),
    "moderation:mute-all": (NoFields, Accepted),
    "moderation:hold-mute": (Switch, Accepted),
    "moderation:lock": (Switch, Accepted),
    "moderation:lobby": (Switch, Accepted),
    "moderation:kick": (UserRef, Accepted),
    "moderation:ban": (UserRef, Accepted),
    "lobby:admit": (UserRef, Accepted),
    "lobby:refuse": (UserRef, Accepted),
    "spotlight:set": (SpotlightSet, Accepted),
    "notification:send": (NotificationSend, Accepted),
    "voice:join": (NoFields, VoiceJoined),
    "voice:leave": (NoFields, Accepted),
    "voice:offer": (VoiceDescription, Accepted),
    "voice:answer": (VoiceDescription, Accepted),
    "voice:ice-candidate": (VoiceCandidate, Accepted),
    "voice:mute-status": (VoiceMute, Accepted),
}
"""Event -> (payload, reply)."""

SERVER_EVENTS: Mapping[str, type[Struct]] = {
    "classroom:user-joined": UserJoined,
    "classroom:user-left": UserLeft,
    "classroom:hand-raised": HandRaised,
    "classroom:changed": RoomRules,
    "classroom:closed": ClassroomClosed,
    "avatar:moved": AvatarsMoved,
    "avatar:action": AvatarActed,
    "chat:message": ChatMessage,
    "chat:typing": Typing,
    "chat:deleted": ChatDeleted,
    "reaction:shown": ReactionShown,
    "quiz:started": LiveQuiz,
    "quiz:closed": QuizClosed,
    "quiz:deadline-moved": QuizDeadlineMoved,
    "quiz:user-progress": UserProgress,
    "poll:opened": LivePoll,
    "poll:counted": PollCounted,
    "presentation:started": LivePresentation,
    "presentation:slide-changed": SlideChanged,
    "presentation:stopped": PresentationStopped,
    "lobby:waiting": WaitingPerson,
    "lobby:left": LobbyLeft,
    "lobby:admitted": LobbyAdmitted,
    "lobby:refused": LobbyRefused,
    "notification:received": NotificationReceived,
    "notification:unread": UnreadChanged,
    "voice:joined": VoicePeer,
    "voice:left": VoiceLeft,
    "voice:mode-changed": VoiceModeChanged,
    "voice:mute-status": VoiceMuted,
    "voice:offer": VoiceOffered,
    "voice:answer": VoiceAnswered,
    "voice:ice-candidate": VoiceRouteFound,
}
"""Event -> payload."""

VOLATILE_EVENTS: frozenset[type[Struct]] = frozenset({AvatarActed, ReactionShown, Typing})
"""What is worth nothing a moment later: who is behind, or away, is never told."""
