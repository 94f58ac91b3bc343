"""Classrooms and who is in them: what is stored, and the rules as functions from one state to the next.

The classroom's own document holds the list of its students, so one guarded write decides about a seat and the
capacity is exact. An `Enrolment` only answers "which classrooms am I in?" and is derived from that list.
"""

import enum
from datetime import datetime

from msgspec import structs

from eduverse.classrooms.errors import (
    AlreadyMinted,
    BanListFull,
    Banned,
    CapacityTooSmall,
    ClassroomArchivedAlready,
    ClassroomFull,
    NotMinted,
    OwnerCannotBeBanned,
    OwnerCannotLeave,
)
from eduverse.classrooms.model.deed import Deed, Place, Stage, is_open, minted, retried, wanted
from eduverse.classrooms.model.gate import Gate
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
    "let_pass",
    "pass_on",
    "settle",
    "standing_of",
    "token_moved",
    "unban",
    "want_deed",
    "with_access",
    "with_capacity",
    "with_deed",
    "with_token",
    "withdraw",
]

MAX_CAPACITY = 500
MAX_BANNED = 1_000


class Visibility(enum.StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"
    """Not listed for outsiders; joining takes its code."""
    GATED = "nft-gated"
    """Listed; joining, and being in its room, takes a token on the chain."""


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
    """The number of its token, as a decimal, once the chain has told of it."""
    deed: Deed | None = None
    """What there is to say about its token; None when none was asked for."""
    deed_open: bool = False
    """Whether the deed has something to do: a field that the sweep can ask for."""
    holder: str | None = None
    """The wallet that holds its token."""
    unclaimed: bool = False
    """Whether the token is in another wallet than it was, and nobody was found yet whose it is."""
    gate: Gate | None = None
    gate_contract: str | None = None
    """The gate's contract: a field that whoever follows its transfers can ask for."""
    unchecked: bool = False
    """Whether somebody may sit here to whom the gate, as it is now, would not open."""
    created_at: datetime


class Enrolment(Document, frozen=True, kw_only=True):
    user_id: str
    classroom_id: str


_TOKENS = ("nft_id", "deed_open", "holder", "unclaimed", "gate_contract", "unchecked")
CLASSROOMS = Collection(
    name="classrooms",
    type=Classroom,
    indexed=("owner", "visibility", "status", "subject", "created_at", "unsettled", *_TOKENS),
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


def with_deed(classroom: Classroom, deed: Deed) -> Classroom:
    if deed == classroom.deed:
        return classroom
    return structs.replace(classroom, deed=deed, deed_open=is_open(deed))


def want_deed(classroom: Classroom, wallet: str, *, transferable: bool) -> Classroom:
    """Asks for a token, or again for one that failed; raises `AlreadyMinted` for one that is there or on its way."""
    if classroom.deed is None:
        return with_deed(classroom, wanted(wallet, transferable=transferable))
    if classroom.deed.stage is not Stage.FAILED:
        raise AlreadyMinted
    return with_deed(classroom, retried(structs.replace(classroom.deed, transferable=transferable), wallet))


def let_pass(classroom: Classroom, *, on: bool) -> Classroom:
    """Whether its token may be passed on to somebody else."""
    if classroom.deed is None:
        raise NotMinted
    return with_deed(classroom, structs.replace(classroom.deed, transferable=on))


def with_token(classroom: Classroom, *, nft_id: str, holder: str, transaction: str, place: Place) -> Classroom:
    """The chain has told of the token. Who asked for it has it, unless an earlier asking came through after all."""
    if classroom.deed is None or classroom.deed.stage is not Stage.SUBMITTED:
        return classroom
    known = with_deed(classroom, minted(classroom.deed, transaction=transaction, place=place))
    return structs.replace(known, nft_id=nft_id, holder=holder, unclaimed=holder != classroom.deed.wallet)


def token_moved(classroom: Classroom, holder: str, place: Place) -> Classroom:
    """The token is in another wallet. What is older than what is known says nothing, so events may come again."""
    deed = classroom.deed
    if deed is None or deed.stage is not Stage.MINTED or tuple(place) <= deed.last_move:
        return classroom
    known = with_deed(classroom, structs.replace(deed, last_move=tuple(place)))
    return structs.replace(known, holder=holder, unclaimed=True)


def pass_on(classroom: Classroom, *, holder: str, to: str, name: str) -> Classroom:
    """The class is whose wallet holds its token. Who had it until now is nothing in it, and knows no code of it.

    Does nothing when the token has moved on meanwhile.
    """
    if classroom.holder != holder:
        return classroom
    if classroom.owner == to:
        return structs.replace(classroom, unclaimed=False) if classroom.unclaimed else classroom
    welcome = withdraw(unban(classroom, to), to)
    return structs.replace(welcome, owner=to, owner_name=name, unclaimed=False, join_code_hash=None)


def with_access(classroom: Classroom, visibility: Visibility, gate: Gate | None) -> Classroom:
    """How one gets in. Who sits here already is looked at again when the gate is another one."""
    changed = structs.replace(classroom, visibility=visibility, gate=gate, gate_contract=gate and gate.contract)
    if gate is None or gate == classroom.gate:
        return structs.replace(changed, unchecked=gate is not None and classroom.unchecked)
    return structs.replace(changed, unchecked=bool(classroom.students))


def _with_students(classroom: Classroom, students: tuple[str, ...], changed: str) -> Classroom:
    pending = (*(one for one in classroom.pending if one != changed), changed)
    return structs.replace(classroom, students=students, pending=pending, unsettled=True)
