"""Which awards are held, for those who show them."""

from eduverse.achievements.model import AWARDS, Award
from eduverse.kernel.documents import Storage, equals

__all__ = ["AwardRecords"]

_MOST = 100


class AwardRecords:
    def __init__(self, storage: Storage) -> None:
        self._awards = storage.collection(AWARDS)

    async def held(self, user_id: str) -> list[Award]:
        """The oldest first."""
        awards = (await self._awards.find(equals("user_id", user_id), limit=_MOST)).items
        return sorted(awards, key=lambda award: award.earned_at)
