"""A simulated person's connection: dials, listens, and comes back when it was lost, as the official client does."""

import asyncio
import math
import ssl
from collections.abc import Awaitable, Callable
from random import Random
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from picows import WSError, WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

from eduverse.load.person import AVATARS, Person, Phase

__all__ = ["Client", "socket_url"]

_ANNOUNCED: Final = len(AVATARS)
_HANDSHAKE: Final = 30.0
_RETRY: Final = (1.0, 5.0)
"""The official client's first and longest delay before it dials again; each is varied by half."""

Pass = Callable[[Person], Awaitable[str]]
"""Gives an access token that is still good."""


def socket_url(url: str) -> str:
    """Where a campus at this URL takes websockets."""
    parts = urlsplit(url)
    scheme = {"http": "ws", "https": "wss"}[parts.scheme]
    return f"{scheme}://{parts.netloc}/socket.io/?EIO=4&transport=websocket"


class _Line(WSListener):
    """One websocket. Without a client it is half-open: nobody listens at our end any more."""

    def __init__(self, client: "Client") -> None:
        self.client: Client | None = client
        self.ended = asyncio.Event()
        self.transport: WSTransport

    def on_ws_connected(self, transport: WSTransport) -> None:
        self.transport = transport
        if self.client is not None:
            self.client.connected(self)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        client = self.client
        if client is None:
            return
        if frame.msg_type is WSMsgType.BINARY:
            client.take_records(frame)
        elif frame.msg_type is WSMsgType.TEXT:
            client.take_text(frame)
        elif frame.msg_type is WSMsgType.CLOSE:
            client.person.room.gauges.closed_by_server += 1
            transport.disconnect()

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        self.ended.set()


class Client:
    def __init__(self, person: Person, url: str, fresh_token: Pass, random: Random) -> None:
        """`url` is a campus's, http or https."""
        self.person = person
        self.gone = False
        """Whether they have left for good."""
        self._url = socket_url(url)
        self._tls = ssl.create_default_context() if url.startswith("https:") else None
        self._fresh_token = fresh_token
        self._random = random
        self._line: _Line | None = None
        self._abandoned: list[WSTransport] = []
        self._pause: float | None = None
        self._counts = person.room.gauges.counts

    @property
    def inside(self) -> bool:
        return self.person.phase is Phase.INSIDE

    @property
    def undisturbed(self) -> bool:
        """Whether this connection works, as far as we have not broken it ourselves."""
        return self.person.steady_since < math.inf

    async def run(self) -> None:
        """Stays connected until it is `gone`."""
        failures = 0
        while not self.gone:
            try:
                await self._stay()
                failures = 0
            except (OSError, WSError, TimeoutError):
                self.person.room.gauges.failed += 1
                failures += 1
            if not self.gone:
                await asyncio.sleep(self._delay(failures))

    # --- what they do ---------------------------------------------------------------------------------------

    def move(self, seconds: float) -> None:
        self._send(self.person.move(seconds, monotonic()))

    def say(self) -> None:
        self._send(self.person.say(monotonic()))

    def turn_hand(self) -> None:
        self._send(self.person.turn_hand(monotonic()))

    def leave(self) -> None:
        self._send(self.person.leave(monotonic()))

    def enter(self) -> None:
        if self.person.phase is Phase.OUTSIDE:
            self._send(self.person.enter(monotonic()))

    def sign_off(self, *, pause: float | None = None) -> None:
        """Says goodbye; comes back after a pause, or never."""
        self.gone, self._pause = pause is None, pause
        self._send(self.person.sign_off(monotonic()))
        if self._line is not None:
            self._line.transport.disconnect()

    def vanish(self) -> None:
        """Breaks off for good."""
        self.gone = True
        self.person.vanish(monotonic())
        self.drop(0.0)

    def drop(self, pause: float) -> None:
        """The network breaks; they dial again after a pause."""
        self._pause = pause
        self._disturbed()
        if self._line is not None:
            self._line.transport.disconnect(graceful=False)

    def hang(self, pause: float) -> None:
        """The connection stays, half-open: neither side hears of its end. They dial again after a pause."""
        line, self._pause = self._line, pause
        if line is None:
            return
        self._disturbed()
        line.client = None
        line.transport.underlying_transport.pause_reading()
        self._abandoned.append(line.transport)
        line.ended.set()

    def stall(self, seconds: float) -> None:
        """Reads nothing for a while."""
        line = self._line
        if line is not None:
            self._disturbed()
            line.transport.underlying_transport.pause_reading()
            asyncio.get_running_loop().call_later(seconds, self._resume, line)

    def close(self) -> None:
        """Lets go of everything, half-open connections too."""
        self.gone = True
        for transport in self._abandoned:
            transport.disconnect(graceful=False)
        if self._line is not None:
            self._line.transport.disconnect(graceful=False)

    def give_up_if_overdue(self, now: float) -> None:
        """As the official client: a server without a heartbeat is gone."""
        if self._line is not None and now > self.person.heartbeat_by:
            self.person.room.gauges.overdue += 1
            self._line.transport.disconnect(graceful=False)

    # --- frames ---------------------------------------------------------------------------------------------

    def connected(self, line: _Line) -> None:
        self._line = line

    def take_records(self, frame: WSFrame) -> None:
        counts, size = self._counts, frame.payload_size
        whole = size + (2 if size < 126 else 4) + _ANNOUNCED + 2
        counts.updates += (size - 8) // 12
        counts.avatar_bytes += whole
        counts.bytes_down += whole
        if self.person.observer:
            self.person.records(frame.get_payload_as_bytes(), monotonic())

    def take_text(self, frame: WSFrame) -> None:
        """The text before avatar records is known by its length, and counted with them."""
        size = frame.payload_size
        text = frame.get_payload_as_bytes()
        if size == _ANNOUNCED and text == AVATARS:
            return
        self._counts.bytes_down += size + (2 if size < 126 else 4 if size < 65_536 else 10)
        self._counts.events += 1
        for answer in self.person.receive(text, monotonic()):
            self._send(answer)
        if self.person.phase is Phase.REFUSED and self._line is not None:
            self._line.transport.disconnect(graceful=False)

    # --- inside ---------------------------------------------------------------------------------------------

    async def _stay(self) -> None:
        """One connection from dialling to its end."""
        token = await self._fresh_token(self.person)
        self.person.dial(token, monotonic())
        line = _Line(self)
        try:
            async with asyncio.timeout(_HANDSHAKE):
                await ws_connect(lambda: line, self._url, ssl_context=self._tls, websocket_handshake_timeout=_HANDSHAKE)
            await line.ended.wait()
            self.person.room.gauges.losses += not self.gone
        finally:
            line.client = self._line = None
            self.person.lost(monotonic())

    def _send(self, message: bytes | None) -> None:
        if message is not None and self._line is not None:
            self._line.transport.send(WSMsgType.TEXT, message)

    def _delay(self, failures: int) -> float:
        if not failures and self._pause is not None:
            delay, self._pause = self._pause, None
            return delay
        first, longest = _RETRY
        return min(longest, first * 2.0 ** max(0, failures - 1)) * self._random.uniform(0.5, 1.5)

    def _disturbed(self) -> None:
        self.person.steady_since = math.inf

    def _resume(self, line: _Line) -> None:
        if line is self._line:
            line.transport.underlying_transport.resume_reading()
            self.person.steady_since = monotonic() + 1.0
