"""Classes as tokens: the port of the classrooms' slice, carried out on the campus's contract."""

from typing import Final, Literal

from eduverse.chain.abi import contract
from eduverse.chain.contracts import Contracts
from eduverse.chain.hashing import keccak
from eduverse.classrooms.model import Ground, Place
from eduverse.classrooms.ports import Minted, Minting, Refused
from eduverse.kernel.chain import Chain, Intent, Log, Reverted, Sent

__all__ = ["ChainDeeds", "number_of"]

_NAME: Final[Literal["ClassroomNFT"]] = "ClassroomNFT"


class ChainDeeds:
    def __init__(self, chain: Chain, contracts: Contracts) -> None:
        self._chain = chain
        self._contracts = contracts

    async def ground(self) -> Ground:
        return Ground(chain_id=await self._chain.chain_id(), contract=(await self._contracts.address(_NAME)).lower())

    async def mint(self, wanted: Minting) -> Refused | None:
        data = contract(_NAME).encode("mint", wanted.wallet, number_of(wanted.classroom_id), wanted.uri)
        return await self._send(_mint_reference(wanted), wanted.ground, data)

    async def outcome(self, wanted: Minting) -> Minted | Refused | None:
        sent = await self._chain.sent(_mint_reference(wanted))
        if sent is None:
            return await self.mint(wanted)
        if sent.state == "failed":
            return Refused("reverted")
        if sent.state != "done":
            return None
        number = number_of(wanted.classroom_id)
        for log in sent.receipt.logs if sent.receipt else ():
            if minted := _minted(log, number, wanted.ground):
                return minted
        return await self._as_it_is(number, sent, wanted.ground)

    async def set_lock(self, ground: Ground, classroom_id: str, number: int, *, locked: bool) -> Refused | None:
        data = contract(_NAME).encode("setLocked", number_of(classroom_id), locked)
        return await self._send(_lock_reference(classroom_id, number), ground, data)

    async def lock_outcome(self, ground: Ground, classroom_id: str, number: int) -> bool | Refused:
        sent = await self._chain.sent(_lock_reference(classroom_id, number))
        if sent is not None and sent.state == "failed":
            return Refused("reverted")
        return sent is not None and sent.state == "done"

    async def _send(self, reference: str, ground: Ground, data: bytes) -> Refused | None:
        try:
            await self._chain.send(Intent(reference=reference, to=ground.contract, data=data))
        except Reverted as refused:
            return Refused(refused.reason or "reverted")
        return None

    async def _as_it_is(self, number: int, sent: Sent, ground: Ground) -> Minted | Refused:
        """The token was there already when the transaction came, or the node has dropped its receipt."""
        kind = contract(_NAME)
        try:
            owner = await self._chain.call(ground.contract, kind.encode("ownerOf", number))
        except Reverted:
            return Refused("no token")
        block = sent.receipt.block if sent.receipt else await self._chain.height()
        return Minted(str(number), str(kind.decode("ownerOf", owner)).lower(), sent.transaction, Place(block, 0))


def number_of(classroom_id: str) -> int:
    """The number of a class's token."""
    return int.from_bytes(keccak(classroom_id.encode()))


def _minted(log: Log, number: int, ground: Ground) -> Minted | None:
    event = contract(_NAME).event(log) if log.address == ground.contract else None
    if event is None or event.name != "Transfer" or event.arguments["token_id"] != number:
        return None
    return Minted(str(number), event.arguments["receiver"].lower(), log.transaction, Place(log.block, log.index))


def _mint_reference(wanted: Minting) -> str:
    return f"class:{wanted.classroom_id}:mint:{wanted.attempt}"


def _lock_reference(classroom_id: str, number: int) -> str:
    return f"class:{classroom_id}:lock:{number}"
