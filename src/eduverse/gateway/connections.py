"""Connections on which nothing is said, or too slowly to be meant."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

__all__ = ["PatientHttpProtocol"]


class PatientHttpProtocol(HttpToolsProtocol):
    """uvicorn's protocol, which waits `PATIENCE` seconds for the first request's headers.

    uvicorn itself bounds the pause between requests (`timeout_keep_alive`), but not the one before the first.
    """

    PATIENCE = 20.0

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._waiting = self.loop.call_later(self.PATIENCE, transport.close)

    def on_headers_complete(self) -> None:
        self._heard()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._heard()
        super().connection_lost(exc)

    def _heard(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
