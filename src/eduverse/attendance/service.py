"""Recording who was in which room, and when, from the rooms themselves."""

from datetime import datetime
from functools import partial

from eduverse.attendance.model import INTERVALS, STALE_AFTER, Interval, close, seen
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Missing, Page, Storage, at_least, at_most, equals
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.vocabulary.events import RoomEntered, RoomExited

__all__ = ["AttendanceService"]

_SWEEP = 500


class AttendanceService:
    def __init__(self, storage: Storage, *, clock: Clock, ids: Ids) -> None:
        self._intervals = storage.collection(INTERVALS)
        self._clock = clock
        self._ids = ids
        self._open: dict[tuple[str, str], str] = {}

    async def on_entered(self, event: RoomEntered) -> None:
        interval = Interval(
            id=f"{event.classroom_id}:{event.user_id}:{self._ids.new()}",
            user_id=event.user_id,
            classroom_id=event.classroom_id,
            check_in_time=event.at,
            last_seen_time=event.at,
        )
        self._open[event.classroom_id, event.user_id] = interval.id
        await self._intervals.insert(interval)

    async def on_exited(self, event: RoomExited) -> None:
        """Of several processes, the one that tells of the leaving need not be the one that told of the coming."""
        known = self._open.pop((event.classroom_id, event.user_id), None)
        for interval_id in [known] if known else await self._open_elsewhere(event):
            await modify(self._intervals, interval_id, partial(close, at=event.at))

    async def of_classroom(
        self, classroom_id: str, *, user_id: str | None = None, after: str | None = None, limit: int = 100
    ) -> Page[Interval]:
        where = [equals("classroom_id", classroom_id)]
        if user_id:
            where.append(equals("user_id", user_id))
        return await self._intervals.find(*where, after=after, limit=limit)

    async def seen_since(self, classroom_id: str, moment: datetime) -> bool:
        """Whether anybody has been in a room since, whichever process served them."""
        where = equals("classroom_id", classroom_id), at_least("last_seen_time", moment)
        return await self._intervals.count(*where, up_to=1) > 0

    async def confirm(self) -> int:
        """Notes that everybody who is in a room still is; returns how many. Run well within `STALE_AFTER`."""
        now = self._clock.now()
        for key, interval_id in list(self._open.items()):
            try:
                interval = await modify(self._intervals, interval_id, partial(seen, now=now))
            except Missing:
                interval = None
            if (interval is None or not interval.open) and self._open.get(key) == interval_id:
                del self._open[key]  # another process has ended it
        return len(self._open)

    async def _open_elsewhere(self, event: RoomExited) -> list[str]:
        where = equals("user_id", event.user_id), equals("classroom_id", event.classroom_id), equals("open", True)
        return [interval.id for interval in (await self._intervals.find(*where)).items]

    async def close_stale(self) -> int:
        """Ends intervals whose process died, at the last moment it confirmed them; returns how many."""
        long_ago = at_most("last_seen_time", self._clock.now() - STALE_AFTER)
        page = await self._intervals.find(equals("open", True), long_ago, limit=_SWEEP)
        for interval in page.items:
            await modify(self._intervals, interval.id, lambda one: close(one, one.last_seen_time))
        return len(page.items)
