"""A chain that is opened by whoever asks it something first: open, it takes memory that many campuses never need."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Any

from eduverse.chain.rpc.chain import RpcChain
from eduverse.chain.rpc.records import Records
from eduverse.kernel.chain import ChainUnavailable, Intent, Log, Logs, Receipt, Sent
from eduverse.kernel.documents import equals

__all__ = ["LazyChain"]


class LazyChain:
    """The `Chain` port, and the `Transport` to its node. When opening fails, so does the call, and the next one
    tries again."""

    def __init__(self, opening: Callable[[], AbstractAsyncContextManager[RpcChain]], records: Records) -> None:
        self._opening = opening
        self._records = records
        self._opened: RpcChain | None = None
        self._closing = AsyncExitStack()
        self._turn = asyncio.Lock()

    @property
    def account(self) -> str:
        """Known once anything was asked; before, it raises `ChainUnavailable`."""
        if self._opened is None:
            raise ChainUnavailable("The chain is not open yet")
        return self._opened.account

    async def chain_id(self) -> int:
        return await (await self._chain()).chain_id()

    async def height(self) -> int:
        return await (await self._chain()).height()

    async def call(self, to: str, data: bytes, /, *, gas: int | None = None) -> bytes:
        return await (await self._chain()).call(to, data, gas=gas)

    async def send(self, intent: Intent, /) -> str:
        return await (await self._chain()).send(intent)

    async def sent(self, reference: str, /) -> Sent | None:
        return await (await self._chain()).sent(reference)

    async def receipt(self, transaction: str, /) -> Receipt | None:
        return await (await self._chain()).receipt(transaction)

    async def logs(self, wanted: Logs, /) -> list[Log]:
        return await (await self._chain()).logs(wanted)

    async def tend(self) -> int:
        """With nothing under way the chain stays shut."""
        if not await self._records.outgoing.count(equals("open", True), up_to=1):
            return 0
        return await (await self._chain()).tend()

    async def ping(self) -> None:
        await (await self._chain()).ping()

    async def request(self, method: str, *params: Any) -> Any:
        return await (await self._chain()).request(method, *params)

    async def close(self) -> None:
        async with self._turn:
            self._opened = None
            await self._closing.aclose()

    async def _chain(self) -> RpcChain:
        if self._opened is None:
            async with self._turn:
                if self._opened is None:
                    self._opened = await self._closing.enter_async_context(self._opening())
        return self._opened
