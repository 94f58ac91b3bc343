"""Which classes there are and who belongs to them, for those who tell and report; no rule is asked here."""

from eduverse.classrooms.model import CLASSROOMS, ENROLMENTS, Classroom
from eduverse.kernel.documents import Order, Storage, equals, one_of

__all__ = ["ClassRecords"]

_NEWEST = Order("created_at", descending=True)
_MOST_ENROLMENTS = 500


class ClassRecords:
    def __init__(self, storage: Storage) -> None:
        self._classrooms = storage.collection(CLASSROOMS)
        self._enrolments = storage.collection(ENROLMENTS)

    async def classroom(self, classroom_id: str) -> Classroom | None:
        return await self._classrooms.get(classroom_id)

    async def taught_by(self, user_id: str, *, most: int) -> list[Classroom]:
        """The newest first."""
        return (await self._classrooms.find(equals("owner", user_id), order=_NEWEST, limit=most)).items

    async def attended_by(self, user_id: str, *, most: int) -> list[Classroom]:
        """The newest first."""
        page = await self._enrolments.find(equals("user_id", user_id), limit=_MOST_ENROLMENTS)
        if not page.items:
            return []
        mine = one_of("id", [one.classroom_id for one in page.items])
        return (await self._classrooms.find(mine, order=_NEWEST, limit=most)).items
