"""What leaves the server: an encoded packet, ready for any number of clients on any transport."""

import struct
from typing import Final

from eduverse.realtime.wire.engine import encode_binary

__all__ = ["CLOSE", "HEADROOM", "NOOP", "PING", "PROBE_REPLY", "Frame"]

HEADROOM: Final = 14
"""Room in front of the text for a websocket frame header of any length (RFC 6455 §5.2), written in place."""


class Frame:
    """A text packet and the binary packets that follow it.

    `buffer` holds `HEADROOM` spare bytes and then the text. A websocket writes its frame header into the spare
    bytes and hands the buffer to the kernel: a frame goes to a thousand clients without being copied once.
    """

    __slots__ = ("_messages", "attachments", "buffer", "size")

    def __init__(self, buffer: bytearray, attachments: tuple[bytes, ...] = ()) -> None:
        self.buffer = buffer
        self.attachments = attachments
        self._messages: bytes | None = None
        self.size = len(buffer) - HEADROOM + sum(map(len, attachments))

    @classmethod
    def of_text(cls, text: bytes, attachments: tuple[bytes, ...] = ()) -> "Frame":
        return cls(bytearray(HEADROOM) + text, attachments)

    @classmethod
    def of_binary(cls, data: bytes) -> "Frame":
        """A binary packet without a text in front: an engine of its own may send one, Socket.IO never does."""
        return cls(bytearray(HEADROOM), (data,))

    @property
    def text(self) -> bytes:
        return bytes(self.buffer[HEADROOM:])

    @property
    def messages(self) -> bytes:
        """The packets as the websocket messages of a server, one after the other, in a single piece."""
        if self._messages is None:
            text = self.text
            messages = [(_TEXT, text)] if text else []
            messages += [(_BINARY, attachment) for attachment in self.attachments]
            self._messages = b"".join(_front(kind, len(data)) + data for kind, data in messages)
        return self._messages

    def parts(self) -> list[bytes]:
        """The packets as parts of a long-polling payload."""
        text = self.text
        return [*([text] if text else []), *map(encode_binary, self.attachments)]


_TEXT: Final = 0x81
_BINARY: Final = 0x82
"""The last frame of a message, and its opcode (RFC 6455 §5.2)."""


def _front(kind: int, size: int) -> bytes:
    """A frame's header: a server's is not masked (RFC 6455 §5.1, §5.2)."""
    if size < 126:
        return struct.pack(">BB", kind, size)
    if size < 1 << 16:
        return struct.pack(">BBH", kind, 126, size)
    return struct.pack(">BBQ", kind, 127, size)


CLOSE: Final = Frame.of_text(b"1")
PING: Final = Frame.of_text(b"2")
PROBE_REPLY: Final = Frame.of_text(b"3probe")
NOOP: Final = Frame.of_text(b"6")
