"""Classrooms and who is in them: what is stored, and the rules as functions from one state to the next.

The classroom's own document holds the list of its students, so one guarded write decides about a seat and the
capacity is exact. An `Enrolment` only answers "which classrooms am I in?" and is derived from that list.
"""

import enum
from datetime import datetime

from msgspec import structs

from eduverse.classrooms.errors import (
    BanListFull,
    Banned,
    CapacityTooSmall,
    ClassroomArchivedAlready,
    ClassroomFull,
    OwnerCannotBeBanned,
    OwnerCannotLeave,
)
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document
from eduverse.vocabulary.principal import Principal, Role, Standing

__all__ = [
    "CLASSROOMS",
    "ENROLMENTS",
    "MAX_BANNED",
    "MAX_CAPACITY",
    "Classroom",
    "Enrolment",
    "Status",
    "Visibility",
    "archive",
    "ban",
    "enrol",
    "enrolment_id",
    "is_banned",
    "settle",
    "standing_of",
    "unban",
    "with_capacity",
    "withdraw",
]

MAX_CAPACITY = 500
MAX_BANNED = 1_000


class Visibility(enum.StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"
    """Not listed for outsiders; joining takes its code."""


class Status(enum.StrEnum):
    OPEN = "open"
    ARCHIVED = "archived"


class Classroom(Document, frozen=True, kw_only=True):
    title: str
    description: str
    subject: str
    owner: str
    """The teacher's user id."""
    owner_name: str
    visibility: Visibility
    capacity: int
    students: tuple[str, ...] = ()
    """User ids in the order they joined."""
    pending: tuple[str, ...] = ()
    """Students whose enrolment does not yet say what `students` says."""
    unsettled: bool = False
    """Whether `pending` has any: a field that the repairing sweep can ask for."""
    banned: tuple[str, ...] = ()
    """User ids to whom the classroom is closed; none of them is in `students`."""
    status: Status = Status.OPEN
    join_code_hash: str | None = None
    nft_id: str | None = None
    created_at: datetime


class Enrolment(Document, frozen=True, kw_only=True):
    user_id: str
    classroom_id: str


CLASSROOMS = Collection(
    name="classrooms",
    type=Classroom,
    indexed=("owner", "visibility", "status", "subject", "created_at", "unsettled"),
    text=("title", "description", "subject", "owner_name"),
)
ENROLMENTS = Collection(name="enrolments", type=Enrolment, indexed=("user_id", "classroom_id"))


def enrolment_id(classroom_id: str, user_id: str) -> str:
    return f"{classroom_id}:{user_id}"


def standing_of(classroom: Classroom, principal: Principal) -> Standing:
    """An administrator stands in every classroom as its teacher does."""
    if principal.user_id == classroom.owner or principal.role is Role.ADMIN:
        return Standing.TEACHER
    return Standing.STUDENT if principal.user_id in classroom.students else Standing.OUTSIDER


def is_banned(classroom: Classroom, principal: Principal) -> bool:
    return principal.user_id in classroom.banned and standing_of(classroom, principal) is Standing.OUTSIDER


def enrol(classroom: Classroom, user_id: str) -> Classroom:
    """Takes a seat. Who has one keeps it, also in a full classroom."""
    if classroom.status is Status.ARCHIVED:
        raise ClassroomArchivedAlready
    if user_id in classroom.banned:
        raise Banned
    if user_id == classroom.owner or user_id in classroom.students:
        return classroom
    if len(classroom.students) >= classroom.capacity:
        raise ClassroomFull
    return _with_students(classroom, (*classroom.students, user_id), user_id)


def withdraw(classroom: Classroom, user_id: str) -> Classroom:
    """Gives a seat back; who has none changes nothing."""
    if user_id == classroom.owner:
        raise OwnerCannotLeave
    if user_id not in classroom.students:
        return classroom
    return _with_students(classroom, tuple(one for one in classroom.students if one != user_id), user_id)


def ban(classroom: Classroom, user_id: str) -> Classroom:
    """Closes the classroom to somebody, who loses their seat; banning twice is banning once."""
    if user_id == classroom.owner:
        raise OwnerCannotBeBanned
    if user_id in classroom.banned:
        return classroom
    if len(classroom.banned) >= MAX_BANNED:
        raise BanListFull
    return structs.replace(withdraw(classroom, user_id), banned=(*classroom.banned, user_id))


def unban(classroom: Classroom, user_id: str) -> Classroom:
    """Opens the classroom to somebody again, who gets no seat by it."""
    if user_id not in classroom.banned:
        return classroom
    return structs.replace(classroom, banned=tuple(one for one in classroom.banned if one != user_id))


def settle(classroom: Classroom, user_id: str, *, enrolled: bool) -> Classroom:
    """Ticks off that the enrolment of `user_id` says `enrolled`; if the list says otherwise by now, it stays to do.

    Who overtook us may have ticked it off already, before our writing of the enrolment came and undid theirs.
    """
    others = tuple(one for one in classroom.pending if one != user_id)
    if (user_id in classroom.students) is enrolled:
        return structs.replace(classroom, pending=others, unsettled=bool(others))
    if user_id in classroom.pending:
        return classroom
    return structs.replace(classroom, pending=(*others, user_id), unsettled=True)


def archive(classroom: Classroom) -> Classroom:
    return structs.replace(classroom, status=Status.ARCHIVED)


def with_capacity(classroom: Classroom, capacity: int) -> Classroom:
    if len(classroom.students) > capacity:
        raise CapacityTooSmall(enrolled=len(classroom.students))
    return structs.replace(classroom, capacity=capacity)


def _with_students(classroom: Classroom, students: tuple[str, ...], changed: str) -> Classroom:
    pending = (*(one for one in classroom.pending if one != changed), changed)
    return structs.replace(classroom, students=students, pending=pending, unsettled=True)
