"""The ledger with those it knows, and a chain that does what a test says."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Literal

from tests.support.clock import NOON, FakeClock

from eduverse.auth.tokens import Key, KeyRing
from eduverse.kernel.documents import Storage, equals
from eduverse.rewards.auditing import Audit, AuditReport
from eduverse.rewards.limits import Limits
from eduverse.rewards.mirroring import Mirroring, Parties
from eduverse.rewards.model import MINT_BATCHES, CampusLimits, Merit, Mint, Posting
from eduverse.rewards.ports import WalletsPage
from eduverse.rewards.sealing import Sealing
from eduverse.rewards.service import Ledger
from eduverse.storage.memory import MemoryStorage

__all__ = ["KEYS", "FakeTokens", "FakeWallets", "Office", "a_posting", "goes_on", "merit"]

KEYS = KeyRing([Key("k1", b"1" * 32)])


def merit(user_id: str = "mira", quiz_id: str = "quiz", *, room: str = "room", day: date | None = None) -> Merit:
    return Merit(user_id, quiz_id, room, day or NOON.date())


def a_posting(reference: str, debit: str, credit: str, amount: int) -> Posting:
    return Posting(id=reference, debit=debit, credit=credit, amount=amount, rule="test", posted_at=NOON)


class FakeWallets:
    def __init__(self) -> None:
        self.linked: dict[str, str] = {}

    async def wallet(self, user_id: str) -> str | None:
        return self.linked.get(user_id)

    async def owners(self, *, after: str | None, limit: int) -> WalletsPage:
        found = sorted(one for one in self.linked if after is None or one > after)
        return WalletsPage(found[:limit], found[limit - 1] if len(found) > limit else None)


class FakeTokens:
    """Transactions wait until `settle`; those that are named in `refused` revert."""

    def __init__(self) -> None:
        self.place = "1-0xfeed"
        self.sent: dict[str, Sequence[Mint]] = {}
        self.final: dict[str, bool] = {}
        self.paid: set[str] = set()
        self.held: Counter[str] = Counter()
        self.error: Exception | None = None

    async def home(self) -> str:
        return self.place

    async def mint(self, name: str, mints: Sequence[Mint]) -> None:
        if self.error:
            raise self.error
        self.sent.setdefault(name, mints)

    async def look_up(self, name: str) -> Literal["under way", "minted", "refused"]:
        if name not in self.sent:
            return "refused"
        if name not in self.final:
            return "under way"
        return "minted" if self.final[name] else "refused"

    def settle(self, *, refused: bool = False) -> None:
        """What is under way is decided: all that is not paid yet is, or nothing."""
        for name in [one for one in self.sent if one not in self.final]:
            self.final[name] = not refused
            for mint in () if refused else self.sent[name]:
                if mint.reference not in self.paid:
                    self.paid.add(mint.reference)
                    self.held[mint.to] += mint.amount


class Office:
    """One server's view of a storage that it may share with others."""

    def __init__(self, storage: Storage | None = None, campus: CampusLimits | None = None) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = FakeClock()
        self.ledger = Ledger(self.storage, clock=self.clock, limits=Limits(self.storage, campus or CampusLimits()))
        self.sealing = Sealing(self.storage, clock=self.clock, secrets=KEYS)
        self.audit = Audit(self.storage, KEYS)
        self.wallets = FakeWallets()
        self.tokens = FakeTokens()
        self.mirroring = self.mirror()

    def beside(self, storage: Storage | None = None) -> "Office":
        """Another server of the same campus."""
        other = Office(storage or self.storage)
        other.wallets, other.tokens = self.wallets, self.tokens
        other.mirroring = other.mirror()
        return other

    def mirror(self) -> Mirroring:
        return Mirroring(self.storage, Parties(self.ledger, self.wallets, self.tokens, KEYS))

    async def earn(self, user_id: str, tokens: int, quiz_id: str = "quiz") -> None:
        await self.ledger.reward_quiz(merit(user_id, quiz_id), tokens)

    async def audited(self) -> AuditReport:
        report = await self.audit.run()
        assert report.findings == []
        return report


async def goes_on(mirroring: Mirroring, storage: Storage) -> int:
    """What the sweep and its jobs do, in one go; returns how many batches came to their end."""
    await mirroring.plan()
    while await mirroring.gather():
        pass
    batches = await storage.collection(MINT_BATCHES).find(equals("unsettled", True))
    return sum([await mirroring.step(one.id) is None for one in batches.items])
