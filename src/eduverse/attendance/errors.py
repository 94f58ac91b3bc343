"""What can go wrong around attendance."""

from eduverse.kernel.errors import Problem

__all__ = [
    "ExcuseDecided",
    "HistoryFull",
    "NoExcuse",
    "NotOnTheList",
    "OutsideTheSession",
    "SessionIsOpen",
    "SessionNotFound",
    "WrongSessionState",
]


class SessionNotFound(Problem):
    status = 404
    slug = "session-not-found"
    title = "There is no such session"


class SessionIsOpen(Problem):
    status = 409
    slug = "session-is-open"
    title = "A session of this class is under way already"


class WrongSessionState(Problem):
    status = 409
    slug = "wrong-session-state"
    title = "This cannot be done with a session in this state"


class NotOnTheList(Problem):
    status = 404
    slug = "not-on-the-list"
    title = "This person was not enrolled in the class then"


class OutsideTheSession(Problem):
    status = 422
    slug = "outside-the-session"
    title = "This moment is not within the session"


class HistoryFull(Problem):
    status = 409
    slug = "history-full"
    title = "This record has been changed as often as it can be"


class NoExcuse(Problem):
    status = 404
    slug = "no-excuse"
    title = "No excuse was sent for this session"


class ExcuseDecided(Problem):
    status = 409
    slug = "excuse-decided"
    title = "The teacher has already decided about this excuse"
