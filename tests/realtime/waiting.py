"""Waiting for what the server does by itself."""

import asyncio
from collections.abc import Callable

from eduverse.realtime.engine import Engine
from eduverse.realtime.transports.polling import PollingTransport

__all__ = ["polling_of", "until", "until_gone", "until_polled"]


async def until(holds: Callable[[], bool]) -> None:
    """Gives the loop its turns until it is so."""
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0)


async def until_polled(engine: Engine, sid: str) -> None:
    """Until the server holds a poll of this session."""
    await until(lambda: polling_of(engine, sid).polled)


async def until_gone(engine: Engine, sid: str) -> None:
    await until(lambda: sid not in engine.connections)


def polling_of(engine: Engine, sid: str) -> PollingTransport:
    """The transport of a session that is on long-polling."""
    transport = engine.connections[sid].transport
    assert isinstance(transport, PollingTransport)
    return transport
