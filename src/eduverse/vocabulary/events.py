"""What happened, as one slice tells the others. Each event is in the past tense and names ids, not documents."""

from datetime import datetime

from eduverse.kernel.structs import Struct

__all__ = [
    "AchievementEarned",
    "AttemptMarked",
    "ClassroomArchived",
    "ClassroomPassedOn",
    "MemberBanned",
    "MemberRemoved",
    "ProfileChanged",
    "QuizOpened",
    "QuizRegraded",
    "QuizSubmitted",
    "RoomEntered",
    "RoomExited",
    "SeatLapsed",
    "SessionsRevoked",
    "SocketGone",
    "StudentEnrolled",
]


class ProfileChanged(Struct, frozen=True, kw_only=True):
    user_id: str


class SessionsRevoked(Struct, frozen=True, kw_only=True):
    user_id: str
    session_ids: list[str]


class StudentEnrolled(Struct, frozen=True, kw_only=True):
    classroom_id: str
    user_id: str
    name: str


class MemberRemoved(Struct, frozen=True, kw_only=True):
    """Somebody is no longer enrolled, by their own wish."""

    classroom_id: str
    user_id: str


class MemberBanned(Struct, frozen=True, kw_only=True):
    """A classroom was closed to somebody, who may have been in it or not."""

    classroom_id: str
    user_id: str


class SeatLapsed(Struct, frozen=True, kw_only=True):
    """Somebody lost their seat because their wallet no longer holds the token that opens the classroom."""

    classroom_id: str
    user_id: str


class ClassroomPassedOn(Struct, frozen=True, kw_only=True):
    """A classroom has another owner, because its token has."""

    classroom_id: str
    previous: str
    owner: str


class ClassroomArchived(Struct, frozen=True, kw_only=True):
    classroom_id: str


class RoomEntered(Struct, frozen=True, kw_only=True):
    """A person came into a room: with their first tab, not with each."""

    classroom_id: str
    user_id: str
    at: datetime


class RoomExited(Struct, frozen=True, kw_only=True):
    """A person's last tab is gone from a room, after the grace for a lost connection."""

    classroom_id: str
    user_id: str
    at: datetime


class SocketGone(Struct, frozen=True, kw_only=True):
    """One tab of a person has left the room it was in (or waited for), or its connection is gone."""

    socket_id: str


class QuizOpened(Struct, frozen=True, kw_only=True):
    """Students may take a quiz from now on."""

    quiz_id: str


class QuizRegraded(Struct, frozen=True, kw_only=True):
    """A closed quiz's key was corrected, for the `number`th time; scores, passes and tokens may change."""

    quiz_id: str
    number: int


class QuizSubmitted(Struct, frozen=True, kw_only=True):
    """An attempt was handed in (by the student, or by the clock) and graded as far as a program can."""

    attempt_id: str


class AttemptMarked(Struct, frozen=True, kw_only=True):
    """Somebody has said, or said anew, what answers of a submitted attempt are worth."""

    attempt_id: str


class AchievementEarned(Struct, frozen=True, kw_only=True):
    user_id: str
    rule: str
