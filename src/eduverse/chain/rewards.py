"""The ledger's `Tokens` on the contract EduToken."""

from collections.abc import Sequence
from typing import Literal

from eduverse.chain.abi import contract
from eduverse.chain.contracts import Contracts
from eduverse.chain.hashing import from_hex
from eduverse.kernel.chain import Chain, Intent
from eduverse.rewards.model import Mint

__all__ = ["EduTokens"]

_UNIT = 10**18
"""The token's smallest units in a whole one: it has 18 decimals."""


class EduTokens:
    def __init__(self, chain: Chain, contracts: Contracts) -> None:
        self._chain = chain
        self._contracts = contracts

    async def home(self) -> str:
        return f"{await self._chain.chain_id()}-{await self._contracts.address('EduToken')}"

    async def mint(self, name: str, mints: Sequence[Mint]) -> None:
        references = [bytes.fromhex(one.reference) for one in mints]
        receivers = [from_hex(one.to) for one in mints]
        amounts = [one.amount * _UNIT for one in mints]
        data = contract("EduToken").encode("mintBatch", references, receivers, amounts)
        await self._chain.send(Intent(reference=name, to=await self._contracts.address("EduToken"), data=data))

    async def look_up(self, name: str) -> Literal["under way", "minted", "refused"]:
        """What was never sent counts as refused: it is sent anew, and what is paid already is passed over."""
        sent = await self._chain.sent(name)
        if sent is None or sent.state == "failed":
            return "refused"
        return "minted" if sent.state == "done" else "under way"
