"""Who may pass a gate: asked of the chain, remembered for a moment, and never guessed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from msgspec import structs

from eduverse.classrooms.errors import TokenNeeded, WalletNeeded
from eduverse.classrooms.model import Gate
from eduverse.classrooms.ports import ChainTokens, Wallets
from eduverse.kernel.cache import BriefCache
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.clock import Clock

__all__ = ["Gates"]

_REMEMBERED = 15.0
"""Seconds for which a yes is good: coming in asks two or three times."""
_PATIENCE = 5.0
"""Seconds that somebody waits at the door for a chain that does not answer."""


class Gates:
    def __init__(self, tokens: ChainTokens, wallets: Wallets, clock: Clock) -> None:
        self._tokens = tokens
        self._wallets = wallets
        self._opened: BriefCache[bool] = BriefCache(clock, seconds=_REMEMBERED, capacity=5_000)

    async def wallet_of(self, user_id: str) -> str:
        """Where somebody's tokens go; raises `WalletNeeded`."""
        wallets = await self._wallets.of(user_id)
        if not wallets:
            raise WalletNeeded
        return wallets[0]

    async def build(self, contract: str, token_id: str | None, minimum: int) -> Gate:
        """A gate of a contract that is there; raises `NoSuchToken` and `ChainUnavailable`."""
        async with _hurry():
            gate = await self._tokens.describe(contract)
        numbered = token_id if gate.standard == "erc721" else None
        return structs.replace(gate, token_id=numbered, minimum=1 if numbered else minimum)

    async def demand(self, gate: Gate, user_id: str) -> None:
        """Raises `WalletNeeded`, `TokenNeeded`, or `ChainUnavailable` when it cannot be told; no is not remembered."""
        wallets = await self._wallets.of(user_id)
        if not wallets:
            raise WalletNeeded
        key = f"{gate}@{wallets}"
        await self._opened.get(key, partial(self._demand, gate, wallets))

    async def opens(self, gate: Gate, user_id: str) -> bool:
        """Whether it does at this moment, whatever is remembered. Raises `ChainUnavailable`."""
        async with _hurry():
            return await self._holds(gate, await self._wallets.of(user_id))

    def forget(self) -> None:
        """Something has moved: nothing that is remembered is good any more."""
        self._opened.clear()

    async def _demand(self, gate: Gate, wallets: list[str]) -> bool:
        async with _hurry():
            if await self._holds(gate, wallets):
                return True
        raise TokenNeeded

    async def _holds(self, gate: Gate, wallets: list[str]) -> bool:
        return any([await self._tokens.holds(gate, wallet) for wallet in wallets])


@asynccontextmanager
async def _hurry() -> AsyncIterator[None]:
    """Raises `ChainUnavailable` for a chain that takes too long."""
    try:
        async with asyncio.timeout(_PATIENCE):
            yield
    except TimeoutError:
        raise ChainUnavailable from None
