"""When who was in which room, for those who count and report it."""

from datetime import datetime

from eduverse.attendance.model.presence import INTERVALS, Interval
from eduverse.kernel.documents import Order, Storage, at_least, equals

__all__ = ["PresenceRecords"]

_LATEST = Order("check_in_time", descending=True)
_PAGE = 500


class PresenceRecords:
    def __init__(self, storage: Storage) -> None:
        self._intervals = storage.collection(INTERVALS)

    async def of_person(self, user_id: str, *, most: int) -> list[Interval]:
        """The latest first."""
        return (await self._intervals.find(equals("user_id", user_id), order=_LATEST, limit=most)).items

    async def of_class(
        self, classroom_id: str, since: datetime, *, user_id: str | None = None, most: int
    ) -> list[Interval]:
        """The latest first, of everybody or of one person."""
        where = [equals("classroom_id", classroom_id), at_least("check_in_time", since)]
        if user_id:
            where.append(equals("user_id", user_id))
        found: list[Interval] = []
        after = None
        while len(found) < most:
            limit = min(_PAGE, most - len(found))
            page = await self._intervals.find(*where, order=_LATEST, after=after, limit=limit)
            found += page.items
            if (after := page.next) is None:
                break
        return found

    async def entered_since(self, moment: datetime, *, most: int) -> list[Interval]:
        return (await self._intervals.find(at_least("check_in_time", moment), order=_LATEST, limit=most)).items
