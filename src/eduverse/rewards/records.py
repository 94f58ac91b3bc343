"""The folios and balances as they are stored."""

from collections.abc import AsyncIterator

from eduverse.kernel.documents import Order, Storage
from eduverse.rewards.model import BALANCES, FOLIOS, OPENINGS, Balance, Folio

__all__ = ["OPENED", "Books"]

OPENED = "opened"
_LAST = Order("id", descending=True)
_PAGE = 20


class Books:
    def __init__(self, storage: Storage) -> None:
        self.folios = storage.collection(FOLIOS)
        self.balances = storage.collection(BALANCES)
        self.openings = storage.collection(OPENINGS)
        self._opened = False

    async def opened(self) -> bool:
        """Whether every posting that is older than the folios is in one."""
        self._opened = self._opened or await self.openings.get(OPENED) is not None
        return self._opened

    async def head(self) -> Folio | None:
        """The newest folio."""
        found = (await self.folios.find(order=_LAST, limit=1)).items
        return found[0] if found else None

    async def head_number(self) -> int:
        head = await self.head()
        return head.number if head else 0

    async def balance(self, account: str) -> Balance:
        return await self.balances.get(account) or Balance(id=account, amount=0, folio=0)

    async def all_folios(self) -> AsyncIterator[Folio]:
        after = None
        while True:
            page = await self.folios.find(after=after, limit=_PAGE)
            for folio in page.items:
                yield folio
            if page.next is None:
                return
            after = page.next
