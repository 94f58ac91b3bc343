"""Classrooms: opening, finding, joining, leaving, changing and archiving them."""

from contextlib import suppress
from functools import partial
from typing import NamedTuple

from msgspec import structs

from eduverse.classrooms.errors import (
    Banned,
    ClassroomArchivedAlready,
    ClassroomNotFound,
    CodeThrottled,
    GateNotWanted,
    PersonNotFound,
    WrongJoinCode,
)
from eduverse.classrooms.gates import Gates
from eduverse.classrooms.model import (
    CLASSROOMS,
    ENROLMENTS,
    Classroom,
    Enrolment,
    Gate,
    Status,
    Visibility,
    archive,
    ban,
    enrol,
    enrolment_id,
    is_banned,
    settle,
    standing_of,
    unban,
    want_deed,
    with_access,
    with_capacity,
    withdraw,
)
from eduverse.classrooms.ports import People, Person, Presence, SecretHash
from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import (
    AlreadyExists,
    Missing,
    Order,
    Page,
    Storage,
    VersionConflict,
    Where,
    equals,
    one_of,
)
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.vocabulary.events import ClassroomArchived, MemberBanned, MemberRemoved, StudentEnrolled
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Changes", "ClassroomFilter", "ClassroomService", "GateWish", "NewClassroom", "Opened"]

_CODE_LENGTH = 8
_WRONG_CODES = Rate(burst=10, per_second=1 / 30)
_NEWEST_FIRST = Order("created_at", descending=True)
_MOST_ENROLMENTS = 500


class GateWish(NamedTuple):
    """Which token opens a classroom; as it is, any class of this campus."""

    contract: str = "ClassroomNFT"
    """An address, or the name of one of the campus's contracts."""
    token_id: str | None = None
    minimum: int = 1


class NewClassroom(NamedTuple):
    title: str
    description: str
    subject: str
    visibility: Visibility
    capacity: int
    gate: GateWish | None = None
    mint: bool = False
    transferable: bool = False
    """Whether its token may be passed on."""


class Changes(NamedTuple):
    """None leaves a field as it is."""

    title: str | None
    description: str | None
    subject: str | None
    visibility: Visibility | None
    capacity: int | None
    gate: GateWish | None = None


class ClassroomFilter(NamedTuple):
    mine: str = "all"
    """all | teaching | enrolled"""
    subject: str | None = None
    status: Status = Status.OPEN
    search: str | None = None


class Opened(NamedTuple):
    classroom: Classroom
    join_code: str | None
    """Shown this once; only its hash is kept."""


class ClassroomService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        events: EventBus,
        people: People,
        presence: Presence,
        secrets: SecretHash,
        gates: Gates,
    ) -> None:
        self._classrooms = storage.collection(CLASSROOMS)
        self._enrolments = storage.collection(ENROLMENTS)
        self._clock = clock
        self._ids = ids
        self._events = events
        self._people = people
        self._presence = presence
        self._secrets = secrets
        self._gates = gates
        self._wrong_codes = TokenBuckets(clock)

    async def open(self, principal: Principal, new: NewClassroom) -> Opened:
        """Opens a classroom. Its token is made afterwards; whoever wants one has a wallet to get it: else it raises
        `WalletNeeded`."""
        demand(principal, Action.CREATE_CLASSROOM)
        gate = await self._gate(new.visibility, new.gate, None)
        wallet = await self._gates.wallet_of(principal.user_id) if new.mint else None
        code = self._ids.code(_CODE_LENGTH) if new.visibility is Visibility.PRIVATE else None
        classroom = Classroom(
            id=self._ids.new(),
            owner=principal.user_id,
            owner_name=principal.name,
            join_code_hash=self._hash(code) if code else None,
            created_at=self._clock.now(),
            title=new.title,
            description=new.description,
            subject=new.subject,
            visibility=new.visibility,
            capacity=new.capacity,
        )
        classroom = with_access(classroom, new.visibility, gate)
        if wallet:
            classroom = want_deed(classroom, wallet, transferable=new.transferable)
        return Opened(await self._classrooms.insert(classroom), code)

    async def get(self, classroom_id: str) -> Classroom:
        classroom = await self._classrooms.get(classroom_id)
        if classroom is None:
            raise ClassroomNotFound
        return classroom

    async def see(self, principal: Principal, classroom_id: str) -> Classroom:
        """A classroom for somebody who is to be shown it; raises `Banned`."""
        classroom = await self.get(classroom_id)
        if is_banned(classroom, principal):
            raise Banned
        return classroom

    async def find(
        self, principal: Principal, wish: ClassroomFilter, *, after: str | None, limit: int
    ) -> Page[Classroom]:
        """Classrooms one may know of, newest first; a search gives the best matches instead, on one page.

        A private classroom is found only by those who are in it; others need its link and its code. One that is
        closed to this person is left out of its page.
        """
        page = await self._page(await self._where(principal, wish), wish, after=after, limit=limit)
        return Page(items=[room for room in page.items if not is_banned(room, principal)], next=page.next)

    async def join(self, principal: Principal, classroom_id: str, code: str | None) -> Classroom:
        """Takes a seat, or raises why there is none for this person; joining twice is joining once."""
        classroom = await self.see(principal, classroom_id)
        if standing_of(classroom, principal) is not Standing.OUTSIDER:
            return await self._enrolled(classroom, principal)
        if classroom.visibility is Visibility.PRIVATE:
            self._check_code(principal, classroom, code)
        if classroom.gate is not None:
            await self._gates.demand(classroom.gate, principal.user_id)
        try:
            joined = await modify(self._classrooms, classroom_id, lambda room: enrol(room, principal.user_id))
        except Missing:
            raise ClassroomNotFound from None
        await self._events.publish(
            StudentEnrolled(classroom_id=classroom_id, user_id=principal.user_id, name=principal.name)
        )
        return await self._settle(joined, principal.user_id)

    async def leave(self, principal: Principal, classroom_id: str) -> Classroom:
        """Gives the seat back; leaving a classroom one is not in changes nothing."""
        before = await self.get(classroom_id)
        left = await modify(self._classrooms, classroom_id, lambda room: withdraw(room, principal.user_id))
        if principal.user_id in before.students:
            await self._events.publish(MemberRemoved(classroom_id=classroom_id, user_id=principal.user_id))
        return await self._settle(left, principal.user_id)

    async def change(self, principal: Principal, classroom_id: str, changes: Changes) -> Classroom:
        before = await self.get(classroom_id)
        demand(principal, Action.MANAGE_CLASSROOM, standing_of(before, principal))
        access = changes.visibility or before.visibility
        gate = await self._gate(access, changes.gate, before.gate)
        words = {"title": changes.title, "description": changes.description, "subject": changes.subject}
        fields = {name: value for name, value in words.items() if value is not None}

        def apply(room: Classroom) -> Classroom:
            changed = structs.replace(room, **fields)
            if changes.visibility or changes.gate:
                changed = with_access(changed, access, gate)
            return changed if changes.capacity is None else with_capacity(changed, changes.capacity)

        return await modify(self._classrooms, classroom_id, apply)

    async def archive(self, principal: Principal, classroom_id: str) -> Classroom:
        demand(principal, Action.MANAGE_CLASSROOM, standing_of(await self.get(classroom_id), principal))
        archived = await modify(self._classrooms, classroom_id, archive)
        await self._events.publish(ClassroomArchived(classroom_id=classroom_id))
        return archived

    async def rotate_code(self, principal: Principal, classroom_id: str) -> str:
        """A new join code; the old one opens nothing from now on."""
        demand(principal, Action.MANAGE_CLASSROOM, standing_of(await self.get(classroom_id), principal))
        code = self._ids.code(_CODE_LENGTH)
        await modify(
            self._classrooms, classroom_id, lambda room: structs.replace(room, join_code_hash=self._hash(code))
        )
        return code

    async def ban(self, principal: Principal, classroom_id: str, user_id: str) -> None:
        """Closes the classroom to somebody: they lose their seat and, at once, their place in its room."""
        demand(principal, Action.MODERATE, await self.standing(principal, classroom_id))
        if not await self._people.people([user_id]):
            raise PersonNotFound
        banned = await modify(self._classrooms, classroom_id, lambda room: ban(room, user_id))
        await self._events.publish(MemberBanned(classroom_id=classroom_id, user_id=user_id))
        await self._settle(banned, user_id)

    async def unban(self, principal: Principal, classroom_id: str, user_id: str) -> None:
        demand(principal, Action.MODERATE, await self.standing(principal, classroom_id))
        await modify(self._classrooms, classroom_id, lambda room: unban(room, user_id))

    async def banned(self, principal: Principal, classroom_id: str) -> list[Person]:
        """Those to whom the classroom is closed, the longest first."""
        classroom = await self.get(classroom_id)
        demand(principal, Action.MODERATE, standing_of(classroom, principal))
        return await self._people.people(classroom.banned)

    async def members(self, principal: Principal, classroom_id: str) -> list[tuple[Person, Standing]]:
        """Everybody who is enrolled, the teacher first."""
        classroom = await self.get(classroom_id)
        demand(principal, Action.SEE_MEMBERS, standing_of(classroom, principal))
        people = await self._people.people([classroom.owner, *classroom.students])
        return [(one, Standing.TEACHER if one.user_id == classroom.owner else Standing.STUDENT) for one in people]

    async def of_person(self, user_id: str) -> list[Classroom]:
        """The open classrooms that somebody teaches or is enrolled in."""
        page = await self._enrolments.find(equals("user_id", user_id), limit=_MOST_ENROLMENTS)
        enrolled = one_of("id", [enrolment.classroom_id for enrolment in page.items])
        is_open = equals("status", Status.OPEN)
        teaching = await self._classrooms.find(equals("owner", user_id), is_open, limit=_MOST_ENROLMENTS)
        learning = await self._classrooms.find(enrolled, is_open, limit=_MOST_ENROLMENTS)
        return [*teaching.items, *(room for room in learning.items if user_id in room.students)]

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        return standing_of(await self.get(classroom_id), principal)

    def present_count(self, classroom_id: str) -> int:
        """How many people are in the room now."""
        return self._presence.present_count(classroom_id)

    async def demand_open(self, classroom_id: str) -> None:
        if (await self.get(classroom_id)).status is Status.ARCHIVED:
            raise ClassroomArchivedAlready

    async def demand_entry(
        self, principal: Principal, classroom_id: str, *, inside: bool = False
    ) -> tuple[Classroom, Standing]:
        """The classroom and what this person is in it, if they may be in its room now.

        Whoever is `inside` already stays while the chain cannot say whether the gate opens for them.
        """
        classroom = await self.see(principal, classroom_id)
        standing = standing_of(classroom, principal)
        demand(principal, Action.ENTER_ROOM, standing)
        if classroom.status is Status.ARCHIVED:
            raise ClassroomArchivedAlready
        if classroom.gate is not None and standing is not Standing.TEACHER:
            try:
                await self._gates.demand(classroom.gate, principal.user_id)
            except ChainUnavailable:
                if not inside:
                    raise
        return classroom, standing

    async def settle_pending(self) -> int:
        """Finishes enrolments that a crash cut off; returns how many classrooms were repaired. For the sweeper."""
        page = await self._classrooms.find(equals("unsettled", True), limit=100)
        for classroom in page.items:
            for user_id in classroom.pending:
                await self._settle(classroom, user_id)
        return len(page.items)

    async def _page(
        self, where: list[Where], wish: ClassroomFilter, *, after: str | None, limit: int
    ) -> Page[Classroom]:
        if wish.search and wish.search.strip():
            return Page(items=await self._classrooms.search(wish.search, *where, limit=limit))
        return await self._classrooms.find(*where, order=_NEWEST_FIRST, after=after, limit=limit)

    async def _where(self, principal: Principal, wish: ClassroomFilter) -> list[Where]:
        where = [equals("status", wish.status)]
        if wish.subject:
            where.append(equals("subject", wish.subject))
        match wish.mine:
            case "teaching":
                where.append(equals("owner", principal.user_id))
            case "enrolled":
                where.append(one_of("id", await self._enrolled_ids(principal)))
            case _:
                where.append(one_of("visibility", [Visibility.PUBLIC, Visibility.GATED]))
        return where

    async def _enrolled_ids(self, principal: Principal) -> list[str]:
        page = await self._enrolments.find(equals("user_id", principal.user_id), limit=_MOST_ENROLMENTS)
        return [enrolment.classroom_id for enrolment in page.items]

    async def _enrolled(self, classroom: Classroom, principal: Principal) -> Classroom:
        if classroom.status is Status.ARCHIVED:
            return enrol(classroom, principal.user_id)
        return classroom

    async def _gate(self, visibility: Visibility, wish: GateWish | None, now: Gate | None) -> Gate | None:
        """The gate of a classroom after a wish; raises what `Gates.build` does, and `GateNotWanted`."""
        if visibility is not Visibility.GATED:
            if wish is not None:
                raise GateNotWanted
            return None
        if wish is None and now is not None:
            return now
        return await self._gates.build(*(wish or GateWish()))

    def _check_code(self, principal: Principal, classroom: Classroom, code: str | None) -> None:
        key = f"{principal.user_id}@{classroom.id}"
        if wait := self._wrong_codes.take(key, _WRONG_CODES):
            raise CodeThrottled(retry_after=int(wait) + 1)
        if not code or self._hash(code) != classroom.join_code_hash:
            raise WrongJoinCode
        self._wrong_codes.give_back(key)

    def _hash(self, code: str) -> str:
        return self._secrets.fingerprint("join-code", code.strip().lower())

    async def _settle(self, classroom: Classroom, user_id: str) -> Classroom:
        """Makes the enrolment agree with the classroom's list, then ticks it off.

        Every step may run again after a crash, and beside another `_settle` of the same person: it ends only
        when the list still says what was written.
        """
        while user_id in classroom.pending:
            enrolled = user_id in classroom.students
            await self._write_enrolment(classroom.id, user_id, enrolled=enrolled)
            classroom = await modify(
                self._classrooms, classroom.id, partial(settle, user_id=user_id, enrolled=enrolled)
            )
        return classroom

    async def _write_enrolment(self, classroom_id: str, user_id: str, *, enrolled: bool) -> None:
        key = enrolment_id(classroom_id, user_id)
        stored = await self._enrolments.get(key)
        if enrolled and stored is None:
            with suppress(AlreadyExists):
                await self._enrolments.insert(Enrolment(id=key, user_id=user_id, classroom_id=classroom_id))
        if stored and not enrolled:
            with suppress(VersionConflict):
                await self._enrolments.delete(key, stored.version)
