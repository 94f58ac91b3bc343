"""Certificates' `Anchors` on the contract CertificateRegistry."""

from collections.abc import Sequence
from datetime import UTC, datetime

from eduverse.chain.abi import Contract, contract
from eduverse.chain.contracts import Contracts
from eduverse.credentials.ports import Anchor, Place
from eduverse.kernel.chain import Chain, ChainUnavailable, Intent, Sent

__all__ = ["Registry"]

_MOST_ATTEMPTS = 10


class Registry:
    """What was sent under a reference and reverted, deep in the chain, is sent anew under the next one."""

    def __init__(self, chain: Chain, contracts: Contracts) -> None:
        self._chain = chain
        self._contracts = contracts

    async def submit(self, root: bytes, count: int) -> None:
        await self._send("anchor", root, _registry().encode("anchor", root, count))

    async def look_up(self, root: bytes) -> Anchor | None:
        """By the receipt, once it is as deep as the chain wants it; the moment is the contract's own."""
        address = await self._contracts.address("CertificateRegistry")
        _, sent = await self._attempt(_stem("anchor", address, root))
        if sent is None or sent.state != "done":
            return None
        answer = await self._chain.call(address, _registry().encode("batch", root))
        moment = int(_registry().decode("batch", answer)[1])
        if not moment or sent.receipt is None:
            raise ChainUnavailable(f"The node does not know of the batch of {sent.transaction}")
        place = Place(await self._chain.chain_id(), address)
        return Anchor(place, sent.transaction, sent.receipt.block, datetime.fromtimestamp(moment, UTC))

    async def recall(self, place: Place, root: bytes, leaf: bytes) -> bool:
        if place != Place(await self._chain.chain_id(), await self._contracts.address("CertificateRegistry")):
            return False
        sent = await self._send("revoke", leaf, _registry().encode("revoke", root, leaf))
        return sent is not None and sent.state == "done"

    async def holds(self, place: Place, root: bytes, leaf: bytes, path: Sequence[bytes]) -> bool:
        if place.chain_id != await self._chain.chain_id():
            raise ChainUnavailable("The campus is on another chain now")
        answer = await self._chain.call(place.contract, _registry().encode("verify", root, leaf, list(path)))
        if not answer:
            raise ChainUnavailable(f"There is no contract at {place.contract}")
        return bool(_registry().decode("verify", answer))

    async def _send(self, verb: str, subject: bytes, data: bytes) -> Sent | None:
        """Sends it unless it is in a block; returns where it is then."""
        address = await self._contracts.address("CertificateRegistry")
        reference, sent = await self._attempt(_stem(verb, address, subject))
        if sent is None or sent.state == "pending":
            await self._chain.send(Intent(reference=reference, to=address, data=data))
            return await self._chain.sent(reference)
        return sent

    async def _attempt(self, stem: str) -> tuple[str, Sent | None]:
        """The first attempt that has not failed: its reference, and where it is."""
        for number in range(_MOST_ATTEMPTS):
            reference = f"{stem}:{number}"
            sent = await self._chain.sent(reference)
            if sent is None or sent.state != "failed":
                return reference, sent
        raise ChainUnavailable(f"The registry refused this {_MOST_ATTEMPTS} times ({stem})")


def _registry() -> Contract:
    return contract("CertificateRegistry")


def _stem(verb: str, address: str, subject: bytes) -> str:
    """By contract, so that whoever moves to another chain begins anew; 160 bits of a hash are enough of a name."""
    return f"{verb}:{address[2:]}:{subject.hex()[:40]}"
