"""A node in a thread of its own: the machine belongs to the thread that made it, and the event loop never waits."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from eduverse.chain.embedded import OWN_CHAIN_ID
from eduverse.chain.jsonrpc import RpcError
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.clock import Clock

__all__ = ["EmbeddedTransport", "open_embedded"]

R = TypeVar("R")


async def open_embedded(
    path: Path | None, *, funds: Mapping[str, int], clock: Clock | None = None, chain_id: int | None = None
) -> "EmbeddedTransport":
    """Opens the chain in a file, or starts one there; None keeps it in memory. Raises `ChainUnavailable`."""
    transport = EmbeddedTransport()
    try:
        await transport.run(transport.open, path, funds, clock, chain_id)
    except BaseException:
        await transport.close()
        raise
    return transport


class EmbeddedTransport:
    """Made by `open_embedded`."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "eduverse-chain")
        self._node: Any = None
        self._handler: Any = None

    def open(self, path: Path | None, funds: Mapping[str, int], clock: Clock | None, chain_id: int | None) -> None:
        """Runs in the thread, as everything does that touches the node."""
        from eduverse.chain.embedded.handler import Handler
        from eduverse.chain.embedded.node import Node

        self._node = Node(path, funds=funds, clock=clock, chain_id=chain_id or OWN_CHAIN_ID)
        self._handler = Handler(self._node)

    async def request(self, method: str, *params: Any) -> Any:
        return await self.run(self._answer, method, list(params))

    async def mine(self) -> None:
        """Makes a block with nothing in it."""
        await self.run(self._node.mine)

    async def audit(self) -> int:
        """Does everything again; returns the number of blocks. Raises `AuditFailed`."""
        blocks: int = await self.run(self._node.audit)
        return blocks

    async def close(self) -> None:
        if self._node is not None:
            await self.run(self._node.close)
            self._node = None
        await asyncio.to_thread(self._thread.shutdown)

    async def run(self, work: Callable[..., R], *given: Any) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *given)

    def _answer(self, method: str, params: list[Any]) -> Any:
        if self._handler is None:
            raise ChainUnavailable("The chain is closed")
        try:
            return self._handler.answer(method, params)
        except (RpcError, ChainUnavailable):
            raise
        except Exception as error:
            raise ChainUnavailable(f"The embedded chain could not do this: {error}") from error
