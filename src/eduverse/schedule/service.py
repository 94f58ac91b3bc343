"""Timetables: planning meetings, seeing when they are, and subscribing to them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage, at_least, equals, one_of
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.schedule.errors import CalendarNotFound, MeetingNotFound
from eduverse.schedule.model.feed import FEEDS, Feed
from eduverse.schedule.model.occurrences import Occurrence, expand, occurrence_of
from eduverse.schedule.model.timetable import (
    TIMETABLES,
    Change,
    Meeting,
    Timetable,
    change_occurrence,
    put_meeting,
    remove_meeting,
)
from eduverse.schedule.ports import Classes, Deadlines, SecretHash
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["ScheduleService"]

_ID_LENGTH = 6
_TOKEN_LENGTH = 32
"""160 bits: an address that nobody finds by trying."""
_SOON = timedelta(days=14)
_PAGE = 200


class ScheduleService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        classes: Classes,
        deadlines: Deadlines,
        secrets: SecretHash,
        calendar_name: str,
    ) -> None:
        self._timetables = storage.collection(TIMETABLES)
        self._feeds = storage.collection(FEEDS)
        self._clock = clock
        self._ids = ids
        self._classes = classes
        self._deadlines = deadlines
        self._secrets = secrets
        self._calendar_name = calendar_name

    def now(self) -> datetime:
        return self._clock.now()

    # --- a class's timetable ----------------------------------------------------------------------------------

    async def timetable(self, principal: Principal, classroom_id: str) -> Timetable:
        demand(principal, Action.SEE_SCHEDULE, await self._classes.standing(principal, classroom_id))
        return await self._get(classroom_id)

    async def put(self, principal: Principal, classroom_id: str, meeting: Meeting) -> Meeting:
        """Plans a meeting, or changes the one that has its id; a new one's id is empty.

        Raises `MeetingNotFound`, `TimetableFull` and `UnfitMeeting`.
        """
        await self._demand_edit(principal, classroom_id)
        known = bool(meeting.id)
        meeting = structs.replace(meeting, id=meeting.id or self._ids.code(_ID_LENGTH), changed_at=self._clock.now())

        def apply(timetable: Timetable) -> Timetable:
            if known and all(one.id != meeting.id for one in timetable.meetings):
                raise MeetingNotFound
            return put_meeting(timetable, meeting)

        return _one(await self._modify(classroom_id, apply), meeting.id)

    async def remove(self, principal: Principal, classroom_id: str, meeting_id: str) -> None:
        await self._demand_edit(principal, classroom_id)
        await self._modify(classroom_id, partial(remove_meeting, meeting_id=meeting_id))

    async def change(
        self, principal: Principal, classroom_id: str, meeting_id: str, on: date, change: Change | None
    ) -> Meeting:
        """Cancels or moves one occurrence; with None it takes place as planned again."""
        await self._demand_edit(principal, classroom_id)
        now = self._clock.now()
        apply = partial(change_occurrence, meeting_id=meeting_id, on=on, change=change, now=now)
        return _one(await self._modify(classroom_id, apply), meeting_id)

    async def next_meetings(self, principal: Principal) -> list[Occurrence]:
        """The meeting that is on or comes next in each of a person's classes, within two weeks; soonest first."""
        now = self._clock.now()
        subjects = await self._classes.of_person(principal.user_id)
        first: dict[str, Occurrence] = {}
        for timetable in await self._all([one.classroom_id for one in subjects]):
            for occurrence in expand(timetable, now, now + _SOON):
                if not occurrence.cancelled:
                    first.setdefault(timetable.id, occurrence)
        return sorted(first.values(), key=lambda one: (one.starts_at, one.id))

    # --- for attendance ---------------------------------------------------------------------------------------

    async def under_way(self, now: datetime) -> list[Occurrence]:
        """Whatever takes place now, in all classes."""
        found: list[Occurrence] = []
        after = None
        while True:
            page = await self._timetables.find(at_least("over_at", now), after=after, limit=_PAGE)
            for timetable in page.items:
                found += [one for one in expand(timetable, now, now + timedelta(seconds=1)) if not one.cancelled]
            after = page.next
            if after is None:
                return found

    async def between(self, classroom_id: str, since: datetime, until: datetime) -> list[Occurrence]:
        """What takes place in a class between two moments; nothing that was cancelled."""
        return [one for one in expand(await self._get(classroom_id), since, until) if not one.cancelled]

    async def occurrence(self, occurrence_id: str) -> Occurrence | None:
        """None when there is none with this id, or it was cancelled."""
        found = occurrence_of(await self._get(occurrence_id.partition(":")[0]), occurrence_id)
        return None if found is None or found.cancelled else found

    # --- calendars --------------------------------------------------------------------------------------------

    async def feed(self, principal: Principal) -> Feed | None:
        """The person's calendar address as it was last made; None when there is none."""
        feed = await self._feeds.get(principal.user_id)
        return feed if feed and feed.token_hash else None

    async def new_feed(self, principal: Principal) -> str:
        """A new secret token for a person's calendar; the one before opens nothing from now on."""
        token = self._ids.code(_TOKEN_LENGTH)
        now = self._clock.now()
        blank = Feed(id=principal.user_id, made_at=now)
        token_hash = self._hash(token)
        await modify(
            self._feeds,
            principal.user_id,
            lambda feed: structs.replace(feed, token_hash=token_hash, made_at=now),
            blank=blank,
        )
        return token

    async def drop_feed(self, principal: Principal) -> None:
        """Nobody reads the person's calendar from now on."""
        blank = Feed(id=principal.user_id, made_at=self._clock.now())
        await modify(self._feeds, principal.user_id, lambda feed: structs.replace(feed, token_hash=None), blank=blank)

    async def calendar(self, token: str) -> bytes:
        """The calendar behind a token, as a file; raises `CalendarNotFound`."""
        found = (await self._feeds.find(equals("token_hash", self._hash(token)), limit=1)).items
        if not found:
            raise CalendarNotFound
        from eduverse.schedule.model.icalendar_file import write_calendar

        subjects = {one.classroom_id: one for one in await self._classes.of_person(found[0].id)}
        timetables = await self._all(list(subjects))
        deadlines = await self._deadlines.due(found[0].id, list(subjects))
        return write_calendar(
            self._calendar_name,
            [(subjects[timetable.id], timetable) for timetable in timetables],
            [(subjects[one.classroom_id], one) for one in deadlines],
        )

    # --- within -----------------------------------------------------------------------------------------------

    async def _demand_edit(self, principal: Principal, classroom_id: str) -> None:
        demand(principal, Action.EDIT_SCHEDULE, await self._classes.standing(principal, classroom_id))
        await self._classes.demand_open(classroom_id)

    async def _get(self, classroom_id: str) -> Timetable:
        return await self._timetables.get(classroom_id) or Timetable(id=classroom_id)

    async def _modify(self, classroom_id: str, apply: Callable[[Timetable], Timetable]) -> Timetable:
        return await modify(self._timetables, classroom_id, apply, blank=Timetable(id=classroom_id))

    async def _all(self, classroom_ids: Sequence[str]) -> list[Timetable]:
        if not classroom_ids:
            return []
        return (await self._timetables.find(one_of("id", classroom_ids), limit=len(classroom_ids))).items

    def _hash(self, token: str) -> str:
        return self._secrets.fingerprint("calendar", token)


def _one(timetable: Timetable, meeting_id: str) -> Meeting:
    return next(one for one in timetable.meetings if one.id == meeting_id)
