"""A websocket client that says exactly what it is told to."""

import asyncio

from picows import WSError, WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

__all__ = ["RawSocket"]


class RawSocket(WSListener):
    """Messages come out of a queue; the last thing in it is the close."""

    def __init__(self) -> None:
        self._inbox: asyncio.Queue[str | bytes | None] = asyncio.Queue()
        self.close_code: int | None = None
        self.transport: WSTransport

    @classmethod
    async def connect(cls, url: str, headers: dict[str, str]) -> "RawSocket":
        try:
            _, listener = await ws_connect(cls, url, extra_headers=headers, enable_auto_ping=False)
        except WSError as error:
            raise ConnectionRefusedError(getattr(error, "response", None)) from error
        assert isinstance(listener, RawSocket)
        return listener

    def on_ws_connected(self, transport: WSTransport) -> None:
        self.transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        match frame.msg_type:
            case WSMsgType.TEXT:
                self._inbox.put_nowait(frame.get_payload_as_utf8_text())
            case WSMsgType.BINARY:
                self._inbox.put_nowait(frame.get_payload_as_bytes())
            case WSMsgType.CLOSE:
                self.close_code = int.from_bytes(frame.get_payload_as_bytes()[:2])
                transport.send_close(frame.get_close_code())
                transport.disconnect()

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        self._inbox.put_nowait(None)

    async def receive(self) -> str | bytes | None:
        """The next message; None when the connection has closed."""
        async with asyncio.timeout(10):
            return await self._inbox.get()

    async def drained(self) -> list[str | bytes]:
        """Everything that comes until the connection closes."""
        messages = []
        while (message := await self.receive()) is not None:
            messages.append(message)
        return messages

    def send(self, message: str | bytes, *, fin: bool = True, continued: bool = False) -> None:
        kind = WSMsgType.TEXT if isinstance(message, str) else WSMsgType.BINARY
        data = message.encode("utf-8", "surrogateescape") if isinstance(message, str) else message
        self.transport.send(WSMsgType.CONTINUATION if continued else kind, data, fin=fin)

    def pause_reading(self) -> None:
        self.transport.underlying_transport.pause_reading()

    def abort(self) -> None:
        self.transport.disconnect(graceful=False)
