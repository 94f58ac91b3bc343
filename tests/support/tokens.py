"""A chain of tokens that does what a test says: the ports of the classrooms' slice, faked."""

from eduverse.classrooms.errors import NoSuchToken
from eduverse.classrooms.model import Gate, Ground, Place
from eduverse.classrooms.ports import Heir, Minted, Minting, Moved, Position, Refused
from eduverse.kernel.chain import ChainUnavailable

__all__ = ["OURS", "THEIRS", "FakeTokens", "FakeWallets", "number"]

OURS, THEIRS = "0x" + "0c" * 20, "0x" + "7e" * 20


def number(classroom_id: str) -> str:
    """Of a class's token on this chain."""
    return str(int.from_bytes(classroom_id.encode()))


class FakeWallets:
    """Who has linked which wallet; `teachers` may be given a class."""

    def __init__(self) -> None:
        self.linked: dict[str, str] = {}
        self.teachers: set[str] = set()

    def link(self, user_id: str, *, teaches: bool = False) -> str:
        """Their wallet."""
        wallet = "0x" + user_id.encode().hex().ljust(40, "0")[:40]
        self.linked[wallet] = user_id
        if teaches:
            self.teachers.add(user_id)
        return wallet

    async def of(self, user_id: str) -> list[str]:
        return [wallet for wallet, who in self.linked.items() if who == user_id]

    async def holder(self, wallet: str) -> Heir | None:
        who = self.linked.get(wallet)
        return Heir(who, who.title(), who in self.teachers) if who else None


class FakeTokens:
    """`ChainTokens` and `Deeds` on a chain whose blocks a test makes. `trouble` is what every question meets."""

    def __init__(self) -> None:
        self.chain_id = 137
        self.contract = OURS
        self.newest = 100
        self.depth = 1
        self.trouble: Exception | None = None
        self.refuses: str | None = None
        self.fails = False
        """Transactions get into a block and fail there."""
        self.balances: dict[tuple[str, str], int] = {}
        self.owners: dict[tuple[str, str], str] = {}
        self.unlocked: dict[str, bool] = {}
        self.sent: dict[str, Minting | bool] = {}
        """Reference -> what was sent under it, the first time."""
        self.mints = 0
        self.moved: list[tuple[str, Moved]] = []
        self.asked = 0

    # --- what a test does -----------------------------------------------------------------------------------

    def give(self, wallet: str, contract: str = THEIRS, amount: int = 1) -> None:
        self.balances[contract, wallet] = self.balances.get((contract, wallet), 0) + amount

    def move(self, sender: str, receiver: str, contract: str = THEIRS, nft_id: str | None = None) -> None:
        """In a block of its own."""
        self.newest += 1
        if nft_id is not None:
            self.owners[contract, nft_id] = receiver
        self.balances[contract, sender] = self.balances.get((contract, sender), 1) - 1
        self.give(receiver, contract)
        self.moved.append((contract, Moved(sender, receiver, nft_id, Place(self.newest, 0))))

    def pass_time(self) -> None:
        self.newest += self.depth

    # --- ChainTokens ----------------------------------------------------------------------------------------

    async def describe(self, contract: str) -> Gate:
        self._demand()
        address = {"ClassroomNFT": OURS, "EduToken": "0x" + "ed" * 20}.get(contract, contract.lower())
        if address == "0x" + "00" * 20:
            raise NoSuchToken
        is_coin = contract == "EduToken"
        return Gate(
            chain_id=self.chain_id,
            contract=address,
            standard="erc20" if is_coin else "erc721",
            name="Pass",
            symbol="PASS",
            decimals=2 if is_coin else 0,
        )

    async def holds(self, gate: Gate, wallet: str) -> bool:
        self._demand()
        if gate.token_id is not None:
            return self.owners.get((gate.contract, gate.token_id)) == wallet
        return self.balances.get((gate.contract, wallet), 0) >= gate.least

    async def position(self) -> Position:
        self._demand()
        return Position(self.chain_id, self.newest, self.newest - self.depth + 1)

    async def moves(self, contract: str, first: int, last: int) -> list[Moved]:
        self._demand()
        return [move for of, move in self.moved if of == contract and first <= move.place.block <= last]

    # --- Deeds ----------------------------------------------------------------------------------------------

    async def ground(self) -> Ground:
        self._demand()
        return Ground(chain_id=self.chain_id, contract=self.contract)

    async def mint(self, wanted: Minting) -> Refused | None:
        self._demand()
        if self.refuses is not None:
            return Refused(self.refuses)
        stored = self.sent.setdefault(f"{wanted.classroom_id}:{wanted.attempt}", wanted)
        assert stored == wanted, "something else was sent under this reference"
        token = (wanted.ground.contract, number(wanted.classroom_id))
        if not self.fails and token not in self.owners:
            self.owners[token] = wanted.wallet
            self.mints += 1
            self.newest += 1
        return None

    async def outcome(self, wanted: Minting) -> Minted | Refused | None:
        self._demand()
        if self.fails:
            return Refused("reverted")
        nft_id = number(wanted.classroom_id)
        owner = self.owners.get((wanted.ground.contract, nft_id))
        if owner is None or self.depth > 1:
            return None
        return Minted(nft_id, owner, "0x" + "aa" * 32, Place(self.newest, 0))

    async def set_lock(self, ground: Ground, classroom_id: str, number: int, *, locked: bool) -> Refused | None:
        self._demand()
        if self.refuses is not None:
            return Refused(self.refuses)
        stored = self.sent.setdefault(f"{classroom_id}:lock:{number}", locked)
        assert stored is locked, "something else was sent under this reference"
        self.unlocked[classroom_id] = not locked
        return None

    async def lock_outcome(self, ground: Ground, classroom_id: str, number: int) -> bool | Refused:
        self._demand()
        return Refused("reverted") if self.fails else self.depth == 1

    def _demand(self) -> None:
        self.asked += 1
        if self.trouble is not None:
            raise self.trouble


GONE = ChainUnavailable()
