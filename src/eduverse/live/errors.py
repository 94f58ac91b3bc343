"""What can go wrong while a class is on."""

from eduverse.kernel.errors import Problem

__all__ = [
    "InLobby",
    "IsTeacher",
    "MessageDeleted",
    "MessageNotFound",
    "MuteHeld",
    "NoOpenPoll",
    "NoPresentation",
    "NoSuchOption",
    "NoSuchSlide",
    "NotInVoice",
    "NotPresent",
    "OutOfEarshot",
    "PollAlreadyOpen",
    "PresentationTooLarge",
    "RoomLocked",
    "VoiceFull",
    "VoiceUnavailable",
]


class RoomLocked(Problem):
    status = 409
    slug = "room-locked"
    title = "The teacher has locked the room; nobody new comes in for now"


class InLobby(Problem):
    """Not the end of it: the teacher knows of you, and you are told."""

    status = 409
    slug = "in-lobby"
    title = "You are in the lobby; a teacher will let you in"


class NotPresent(Problem):
    status = 404
    slug = "not-present"
    title = "This person is not in the room"


class IsTeacher(Problem):
    status = 409
    slug = "is-teacher"
    title = "A teacher is neither muted nor sent out"


class MuteHeld(Problem):
    status = 409
    slug = "mute-held"
    title = "The teacher keeps all microphones off for now"


class MessageNotFound(Problem):
    status = 404
    slug = "message-not-found"
    title = "There is no such message in this room"


class MessageDeleted(Problem):
    status = 410
    slug = "message-deleted"
    title = "This message was said, and a teacher has deleted it"


class PollAlreadyOpen(Problem):
    status = 409
    slug = "poll-already-open"
    title = "Close the open poll before asking the next one"


class NoOpenPoll(Problem):
    status = 409
    slug = "no-open-poll"
    title = "This poll is not open"


class NoSuchOption(Problem):
    status = 422
    slug = "no-such-option"
    title = "The poll has no such option"


class PresentationTooLarge(Problem):
    status = 413
    slug = "presentation-too-large"
    title = "These slides hold too much text for one presentation"


class NoPresentation(Problem):
    status = 409
    slug = "no-presentation"
    title = "Nothing is being presented"


class NoSuchSlide(Problem):
    status = 422
    slug = "no-such-slide"
    title = "The presentation has no such slide"


class NotInVoice(Problem):
    status = 409
    slug = "not-in-voice"
    title = "Both have to be in the voice of the same room"


class OutOfEarshot(Problem):
    status = 409
    slug = "out-of-earshot"
    title = "You stand too far apart to hear each other"


class VoiceFull(Problem):
    status = 409
    slug = "voice-full"
    title = "As many people are talking here as browsers can connect among themselves"


class VoiceUnavailable(Problem):
    status = 503
    slug = "voice-unavailable"
    title = "The server that carries the voices does not answer"
