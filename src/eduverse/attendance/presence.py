"""Recording who was in which room, and when, from the rooms themselves."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from functools import partial

from eduverse.attendance.model.presence import (
    INTERVALS,
    STALE_AFTER,
    Interval,
    Window,
    close,
    is_stale,
    left,
    seen,
)
from eduverse.attendance.ports import Here
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Missing, Page, Storage, Where, at_least, at_most, equals
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.vocabulary.events import RoomEntered, RoomExited

__all__ = ["PresenceLog"]

_SWEEP = 500


class PresenceLog:
    """Each process vouches for the people it serves, whichever process saw them come.

    So somebody who stays while the server that saw them come is killed goes on being present through the next one,
    and after a sleep of the machine it does not matter which of the chores runs first: of the time in which nobody
    looked, nobody says that somebody was there.
    """

    def __init__(self, storage: Storage, *, here: Here, clock: Clock, ids: Ids) -> None:
        self._intervals = storage.collection(INTERVALS)
        self._here = here
        self._clock = clock
        self._ids = ids
        self._open: dict[tuple[str, str], str] = {}
        """The interval that was open when last looked at, by classroom and user: saves a search."""

    async def on_entered(self, event: RoomEntered) -> None:
        await self._begin(event.classroom_id, event.user_id, event.at)

    async def on_exited(self, event: RoomExited) -> None:
        """Of several processes, the one that tells of the leaving need not be the one that told of the coming."""
        self._open.pop((event.classroom_id, event.user_id), None)
        for interval in await self._still_open(event.classroom_id, event.user_id):
            await modify(self._intervals, interval.id, partial(left, at=event.at))

    async def seen_since(self, classroom_id: str, moment: datetime) -> bool:
        """Whether anybody has been in a room since, whichever process served them."""
        where = equals("classroom_id", classroom_id), at_least("last_seen_time", moment)
        return await self._intervals.count(*where, up_to=1) > 0

    async def of_classroom(
        self, classroom_id: str, *, user_id: str | None = None, after: str | None = None, limit: int = 100
    ) -> Page[Interval]:
        where = [equals("classroom_id", classroom_id)]
        if user_id:
            where.append(equals("user_id", user_id))
        return await self._intervals.find(*where, after=after, limit=limit)

    async def within(self, classroom_id: str, window: Window) -> dict[str, list[Interval]]:
        """By person, the intervals of a class that may lie in a window."""
        found: dict[str, list[Interval]] = {}
        where = (
            equals("classroom_id", classroom_id),
            at_most("check_in_time", window.end),
            at_least("last_seen_time", window.start - STALE_AFTER),
        )
        async for interval in self._all(*where):
            found.setdefault(interval.user_id, []).append(interval)
        return found

    async def inside(self) -> dict[str, list[Interval]]:
        """By classroom, the intervals of those who are in a room now, on whichever process."""
        now = self._clock.now()
        found: dict[str, list[Interval]] = {}
        async for interval in self._all(equals("open", True)):
            if not is_stale(interval, now):
                found.setdefault(interval.classroom_id, []).append(interval)
        return found

    async def confirm(self) -> int:
        """Notes that everybody whom this process serves is in their room; returns how many. Run well within
        `STALE_AFTER`."""
        here = set(self._here.served())
        for key in [key for key in self._open if key not in here]:
            self._open.pop(key, None)  # somebody else vouches for them, or nobody does
        for classroom_id, user_id in here:
            await self._vouch(classroom_id, user_id)
        return len(here)

    async def close_stale(self) -> int:
        """Ends intervals for which nobody vouches any more, at the last moment somebody did; returns how many."""
        long_ago = at_most("last_seen_time", self._clock.now() - STALE_AFTER)
        page = await self._intervals.find(equals("open", True), long_ago, limit=_SWEEP)
        for interval in page.items:
            await modify(self._intervals, interval.id, self._ended_if_stale)
        return len(page.items)

    def _ended_if_stale(self, interval: Interval) -> Interval:
        stale = is_stale(interval, self._clock.now())
        return close(interval, interval.last_seen_time, cut=True) if stale else interval

    async def _vouch(self, classroom_id: str, user_id: str) -> None:
        now = self._clock.now()
        known = self._open.get((classroom_id, user_id))
        if known is None:
            known = next((one.id for one in await self._still_open(classroom_id, user_id)), None)
        if known is None or not await self._continued(known, now):
            await self._begin(classroom_id, user_id, now)
        else:
            self._open[classroom_id, user_id] = known

    async def _continued(self, interval_id: str, now: datetime) -> bool:
        try:
            return (await modify(self._intervals, interval_id, partial(seen, now=now))).open
        except Missing:
            return False

    async def _begin(self, classroom_id: str, user_id: str, at: datetime) -> None:
        interval = Interval(
            id=f"{classroom_id}:{user_id}:{self._ids.new()}",
            user_id=user_id,
            classroom_id=classroom_id,
            check_in_time=at,
            last_seen_time=at,
        )
        self._open[classroom_id, user_id] = interval.id
        await self._intervals.insert(interval)

    async def _still_open(self, classroom_id: str, user_id: str) -> Sequence[Interval]:
        where = equals("user_id", user_id), equals("classroom_id", classroom_id), equals("open", True)
        return (await self._intervals.find(*where)).items

    async def _all(self, *where: Where) -> AsyncIterator[Interval]:
        after = None
        while True:
            page = await self._intervals.find(*where, after=after, limit=_SWEEP)
            for interval in page.items:
                yield interval
            after = page.next
            if after is None:
                return
